package org.chasqui.web.phone;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.chasqui.web.text.Texts;

/** The sandbox's webhooks on demand: the page brings the frame, {@code news.js} talks with the sandbox. */
@Named
@RequestScoped
public class NewsPage {
    /** The texts that the script shows. */
    public String getTexts() {
        return Texts.of("news").forScript();
    }
}
