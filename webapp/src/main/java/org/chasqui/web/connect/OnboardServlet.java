package org.chasqui.web.connect;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.chasqui.platform.accounts.onboarding.LinkView;
import org.chasqui.platform.accounts.onboarding.OnboardingLinks;
import org.chasqui.platform.accounts.onboarding.OnboardingRunner;
import org.chasqui.platform.accounts.onboarding.OnboardingView;
import org.chasqui.platform.accounts.onboarding.Onboardings;
import org.chasqui.platform.accounts.onboarding.RetryWish;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/**
 * {@code /onboard/{state}}: the page of a link. Nobody signs in here; whoever has the address may use it until it is used
 * up, over, or taken back, and sees nothing of the workspace but its name.
 */
@WebServlet("/onboard/*")
public class OnboardServlet extends HttpServlet {
    static final String LINK = "org.chasqui.web.connect.link";

    static final String ADDRESS = "org.chasqui.web.connect.address";

    private static final long serialVersionUID = 1L;
    private static final String PAGE = "/WEB-INF/onboard/page.xhtml";

    @Inject
    transient OnboardingLinks links;

    @Inject
    transient Onboardings onboardings;

    @Inject
    transient Signals signals;

    @Inject
    transient Clock clock;

    @EJB
    transient OnboardingRunner runner;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var link = link(request).orElse(null);
        if (request.getParameter("status") != null) {
            Signals.answer(response, status(link));
            return;
        }
        if (link == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else {
            links.opened(link.id());
        }
        request.setAttribute(LINK, link);
        request.setAttribute(ADDRESS, request.getRequestURI());
        request.getRequestDispatcher(PAGE).forward(request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var link = link(request).orElseThrow(() -> RequestFailed.notFound("onboarding link", ""));
            if (link.state(clock.instant()) != LinkView.State.OPEN) {
                throw new RequestFailed(FailureCode.CONFLICT, "The link is not good any more.");
            }
            var signal = signals.read(request);
            var run = onboardings.ofLink(link.id()).orElse(null);
            if (signal.path("kind").asText().equals("retry") && run != null) {
                retry(link, run, signal);
                Signals.answer(response, Map.of("id", run.id()));
                return;
            }
            var speaker = new Signals.Speaker(
                    link.workspaceId(), link.name(), link.id(), run == null ? null : run.id(), link.coexistence());
            signals.take(signal, speaker);
            Signals.answer(response, Map.of("done", true));
        } catch (RequestFailed refused) {
            Signals.refuse(response, refused);
        }
    }

    private void retry(LinkView link, OnboardingView run, JsonNode signal) {
        var wish = new RetryWish(null, text(signal, "pin"), text(signal, "phone_number_id"));
        onboardings.prepareRetry(link.workspaceId(), run.id(), wish, link.name());
        runner.advance(run.id());
    }

    private Map<String, Object> status(@Nullable LinkView link) {
        var run = link == null ? null : onboardings.ofLink(link.id()).orElse(null);
        var status = new LinkedHashMap<String, Object>();
        status.put("state", run == null ? "none" : run.state().wireName());
        status.put("behind", run == null ? 0 : HostedPage.behind(run));
        return status;
    }

    private Optional<LinkView> link(HttpServletRequest request) {
        var path = request.getPathInfo();
        return path == null ? Optional.empty() : links.resolve(path.substring(1));
    }

    private static @Nullable String text(JsonNode signal, String field) {
        var text = signal.path(field).asText("").strip();
        return text.isEmpty() ? null : text;
    }
}
