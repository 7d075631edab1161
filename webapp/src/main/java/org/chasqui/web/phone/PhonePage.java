package org.chasqui.web.phone;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.chasqui.platform.rest.Json;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.Shell;
import org.chasqui.web.text.Texts;

/** The sandbox phone: the page brings the frame, {@code phone.js} talks with the sandbox as the person would. */
@Named
@RequestScoped
public class PhonePage {
    @Inject
    CurrentUser me;

    @Inject
    Shell shell;

    /** Whether there is a sandbox to be the phone of. */
    public boolean isOn() {
        return shell.isSandbox();
    }

    /** Whether the person may act; the sandbox lets agents and above in. */
    public boolean isAllowed() {
        return me.isMaySend();
    }

    /** The texts that the script shows. */
    public String getTexts() throws JsonProcessingException {
        var texts = new TreeMap<String, String>();
        var bundle = ResourceBundle.getBundle("org.chasqui.web.text.phone", Texts.LOCALE);
        for (var key : bundle.keySet()) {
            if (key.startsWith("js.")) {
                texts.put(key.substring(3), bundle.getString(key));
            }
        }
        return Json.mapper().writeValueAsString(texts);
    }
}
