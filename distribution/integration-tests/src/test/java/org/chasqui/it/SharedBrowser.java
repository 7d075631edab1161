package org.chasqui.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One browser in front of the {@linkplain SharedProduct shared product}, for all test classes of a process:
 * {@code @ExtendWith(SharedBrowser.class)} and a parameter of type {@link Browser}. After each test its pages are closed,
 * and it must have had nothing to complain of. It ends with the process: its driver notices that nobody is there any more.
 */
final class SharedBrowser implements ParameterResolver, AfterEachCallback {
    private static Browser browser;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (browser == null) {
            browser = Browser.at(SharedProduct.product());
        }
        return browser;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (browser != null) {
            assertThat(browser.closePages()).as("complaints of the browser").isEmpty();
        }
    }
}
