package org.chasqui.web.connect;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.chasqui.platform.graph.GraphConfig;

/** What Meta's SDK must be told; the sandbox has a script of its own that plays it. */
@Named
@RequestScoped
public class SignupSettings {
    static final String META_SDK = "https://connect.facebook.net/en_US/sdk.js";
    private static final String SANDBOX_CONFIG = "sandbox";

    @Inject
    GraphConfig config;

    @Inject
    HttpServletRequest request;

    /** Whether Meta's window can be opened: there is an app with its configuration, or the sandbox. */
    public boolean isOn() {
        return config.isSandbox()
                || config.appId().isPresent() && config.signupConfigId().isPresent();
    }

    public boolean isSandbox() {
        return config.isSandbox();
    }

    public String getSdk() {
        return config.isSandbox() ? request.getContextPath() + "/sandbox/signup/sdk.js" : META_SDK;
    }

    public String getAppId() {
        return config.appId().orElse("");
    }

    public String getConfigId() {
        return config.signupConfigId().orElse(SANDBOX_CONFIG);
    }

    /** For example {@code v24.0}. */
    public String getVersion() {
        var path = config.baseUrl().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
