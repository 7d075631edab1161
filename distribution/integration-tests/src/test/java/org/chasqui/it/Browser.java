package org.chasqui.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Chromium in front of a product's dashboard: {@code CHASQUI_CHROMIUM}, or the one that Playwright downloads. The admin
 * has one profile for all pages: cookies, cache and the window, which takes longer to open than a page. Each stranger has
 * another. Not for several threads.
 */
final class Browser implements AutoCloseable {
    /** Milliseconds within which news come by a hint: a page looks for them by itself only after 20 s. */
    static final int HINTED = 15_000;

    private static final int PATIENCE = 30_000;

    private final Product product;
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> complaints = new ArrayList<>();
    /** The admin's profile, the page that keeps its window open, and the process that knows the session. */
    private BrowserContext admin;

    private Page keeper;
    private long knownBy;

    private Browser(Product product, Playwright playwright) {
        this.product = product;
        this.playwright = playwright;
        // Playwright's default is to run without Chromium's own sandbox, which root and containers need.
        // There is no GPU either: to play one takes longer than to draw.
        var options = new BrowserType.LaunchOptions().setArgs(List.of("--disable-gpu"));
        var installed = System.getenv("CHASQUI_CHROMIUM");
        if (installed != null) {
            options.setExecutablePath(Path.of(installed));
        }
        chromium = playwright.chromium().launch(options);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    static Browser at(Product product) {
        if (System.getenv("CHASQUI_CHROMIUM") == null) {
            download();
        }
        // Playwright by itself would download Firefox and WebKit, too.
        var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        return new Browser(product, Playwright.create(new Playwright.CreateOptions().setEnv(environment)));
    }

    private static void download() {
        var command = Driver.ensureDriverInstalled(Map.of(), false).createProcessBuilder();
        command.command().addAll(List.of("install", "--only-shell", "chromium"));
        try {
            var process = command.redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new AssertionError(
                        "No browser: set CHASQUI_CHROMIUM to a Chromium, or let Playwright download one:\n" + output);
            }
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** A page of somebody who never was here. */
    Page stranger() {
        return page(profile());
    }

    /** A page of the admin, signed in, who kept nothing in it since the last test. */
    Page admin() {
        if (knownBy != product.pid()) {
            if (admin != null) {
                admin.close();
            }
            admin = profile();
            keeper = page(admin);
            keeper.navigate("/console/");
            Login.as(keeper, product.adminEmail(), product.adminPassword());
            assertThat(keeper.locator("h1")).hasText("Overview");
            keeper.navigate("about:blank");
            knownBy = product.pid();
        }
        return page(admin);
    }

    /** The sandbox phone of a person who has written, as soon as it shows the chat with one number. */
    Page phone(String number, String person) {
        var phone = phone(number);
        phone.locator("#person").selectOption(person);
        assertThat(phone.locator("#chat[data-person='" + person + "']")).isVisible();
        return phone;
    }

    /** The sandbox phone at one number: other tests have numbers of their own in the same sandbox. */
    Page phone(String number) {
        var phone = admin();
        phone.navigate("/console/phone.xhtml");
        phone.locator("#number").selectOption(number);
        return phone;
    }

    private BrowserContext profile() {
        var context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(product.baseUrl().toString()));
        listen(context);
        return context;
    }

    private static Page page(BrowserContext context) {
        var page = context.newPage();
        Look.LIGHT.at(page);
        return page;
    }

    private void listen(BrowserContext context) {
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.type() + ": " + message.text() + " at " + message.location());
            }
        });
        context.onWebError(error -> complaints.add("thrown: " + error.error()));
        context.onRequestFailed(request -> {
            // Leaving a page ends what it was waiting for.
            if (!request.failure().equals("net::ERR_ABORTED")) {
                complaints.add(request.failure() + ": " + request.url());
            }
        });
        context.onResponse(response -> {
            if (response.status() >= 400) {
                complaints.add(response.status() + ": " + response.url());
            }
        });
    }

    /** Closes all pages. Returns what Chromium had to complain of: errors and warnings in the console, failed requests. */
    List<String> closePages() {
        var heard = List.copyOf(complaints);
        for (var context : chromium.contexts()) {
            if (context == admin) {
                context.pages().stream().filter(page -> page != keeper).forEach(Page::close);
                forgetKept();
            } else {
                context.close();
            }
        }
        complaints.clear();
        return heard;
    }

    /** What pages keep for the next time, such as whose phone was looked at; cookies and cache stay. */
    private void forgetKept() {
        var origin = new JsonObject();
        origin.addProperty("origin", product.baseUrl().toString());
        origin.addProperty("storageTypes", "local_storage");
        var session = admin.newCDPSession(keeper);
        session.send("Storage.clearDataForOrigin", origin);
        session.detach();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
