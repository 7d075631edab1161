package org.chasqui.web.phone;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.chasqui.platform.rest.Json;
import org.chasqui.web.text.Texts;

/** The sandbox's webhooks on demand: the page brings the frame, {@code news.js} talks with the sandbox. */
@Named
@RequestScoped
public class NewsPage {
    private static final String SCRIPT = "js.";

    /** The texts that the script shows. */
    public String getTexts() throws JsonProcessingException {
        var texts = new TreeMap<String, String>();
        var bundle = ResourceBundle.getBundle("org.chasqui.web.text.news", Texts.LOCALE);
        for (var key : bundle.keySet()) {
            if (key.startsWith(SCRIPT)) {
                texts.put(key.substring(SCRIPT.length()), bundle.getString(key));
            }
        }
        return Json.mapper().writeValueAsString(texts);
    }
}
