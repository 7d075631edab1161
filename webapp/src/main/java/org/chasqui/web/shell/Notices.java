package org.chasqui.web.shell;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.faces.context.FacesContext;
import java.util.List;
import org.chasqui.platform.failure.RequestFailed;
import org.jspecify.annotations.Nullable;

/** What a page tells the person who uses it: on top of the page that follows, or at a field of this one. */
public final class Notices {
    private Notices() {}

    /** Says on the next page that something was done. */
    public static void done(String text) {
        onNextPage(FacesMessage.SEVERITY_INFO, text);
    }

    /** Says on the next page what was not done, and why. */
    public static void warn(String text) {
        onNextPage(FacesMessage.SEVERITY_WARN, text);
    }

    /** Says on the next page what went wrong. */
    public static void failed(String text) {
        onNextPage(FacesMessage.SEVERITY_ERROR, text);
    }

    private static void onNextPage(Severity severity, String text) {
        var faces = FacesContext.getCurrentInstance();
        faces.addMessage(null, new FacesMessage(severity, text, null));
        faces.getExternalContext().getFlash().setKeepMessages(true);
    }

    /** Says on top of this page why it stays. */
    public static void refuse(String why) {
        at(null, why);
    }

    /**
     * Says at a field of this page what is wrong with it.
     *
     * @param field the client id of the field, for example {@code createKey:name}
     */
    public static void refuse(String field, String why) {
        at(field, why);
    }

    private static void at(@Nullable String field, String why) {
        var faces = FacesContext.getCurrentInstance();
        faces.addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, why, null));
        faces.validationFailed();
    }

    /**
     * Says at the fields of a form what is wrong with them.
     *
     * @param form the id of the form
     * @param fields the ids of its fields, called as the refusal calls them; at the first one stands what is about none of
     *     them
     */
    public static void refuse(String form, List<String> fields, RequestFailed refused) {
        if (refused.fields().isEmpty()) {
            refuse(form + ":" + fields.get(0), String.valueOf(refused.getMessage()));
        }
        for (var error : refused.fields()) {
            // Of events[2] the field is events, and the message is about its third part.
            var name = error.field().split("[.\\[]", 2)[0];
            boolean isWhole = name.length() == error.field().length() && fields.contains(name);
            refuse(
                    form + ":" + (fields.contains(name) ? name : fields.get(0)),
                    sentence(isWhole ? error.message() : error.field() + " " + error.message()));
        }
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
