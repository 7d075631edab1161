package org.chasqui.web.numbers;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import java.util.function.Supplier;
import org.chasqui.platform.failure.FailureCode;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of a number's page ask Meta. When Meta cannot be reached, the first part waits in vain and the others do
 * not even ask: the page comes all the same, and each part says why it is empty.
 */
@RequestScoped
public class MetaAnswers {
    private @Nullable String away;

    /** A part of the page with its question, which is put when the part is drawn. */
    <T> Part<T> part(Supplier<T> question) {
        return new Part<>(question);
    }

    /**
     * Whether the page is drawn. Faces also reads a page to find out what was entered, and to draw a piece of it anew with
     * every message that goes out: Meta need not hear of that.
     */
    private static boolean isDrawn() {
        var faces = FacesContext.getCurrentInstance();
        return faces.getCurrentPhaseId() == PhaseId.RENDER_RESPONSE
                && !faces.getPartialViewContext().isAjaxRequest();
    }

    /** A part of the page. */
    final class Part<T> {
        private final Supplier<T> question;
        private boolean asked;
        private @Nullable T value;
        private @Nullable String problem;

        private Part(Supplier<T> question) {
            this.question = question;
        }

        /** What Meta says; null when it does not, or was not asked. */
        @Nullable
        T value() {
            ask();
            return value;
        }

        /** Why Meta does not say it; null when it does, or was not asked. */
        @Nullable
        String problem() {
            ask();
            return problem;
        }

        private void ask() {
            if (asked || !isDrawn()) {
                return;
            }
            asked = true;
            problem = away;
            if (away == null) {
                try {
                    value = question.get();
                } catch (RequestFailed failed) {
                    problem = String.valueOf(failed.getMessage());
                    away = failed.code() == FailureCode.PROVIDER_ERROR ? problem : null;
                }
            }
        }
    }
}
