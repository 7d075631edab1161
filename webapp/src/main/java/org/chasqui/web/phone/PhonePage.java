package org.chasqui.web.phone;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.stream.Collectors;
import org.chasqui.web.shell.CurrentUser;
import org.chasqui.web.shell.NumberTag;
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

    /** Meta's ids of the workspace's numbers, with spaces between them: the sandbox has others, too, that nobody hears. */
    public String getNumbers() {
        return shell.getNumbers().stream().map(NumberTag::getId).collect(Collectors.joining(" "));
    }

    /** The texts that the script shows. */
    public String getTexts() {
        return Texts.of("phone").forScript();
    }
}
