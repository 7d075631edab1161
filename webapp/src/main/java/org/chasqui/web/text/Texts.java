package org.chasqui.web.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.chasqui.platform.rest.Json;

/** The texts of one area of the dashboard, for page beans; pages themselves read the same bundles as {@code tArea}. */
public final class Texts {
    /** English is the only language so far; the bundles are ready for more. */
    public static final Locale LOCALE = Locale.ENGLISH;

    private static final String SCRIPT = "js.";

    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** The texts of an area: the name of a bundle beside this class. */
    public static Texts of(String area) {
        return new Texts(ResourceBundle.getBundle(Texts.class.getPackageName() + "." + area, LOCALE));
    }

    /** A text; {@code {0}} and so on are replaced by the arguments. */
    public String get(String key, Object... arguments) {
        var pattern = bundle.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, LOCALE).format(arguments);
    }

    /** The texts whose keys begin with {@code js.}, without that, as a JSON object for the script of a page. */
    public String forScript() {
        var texts = new TreeMap<String, String>();
        for (var key : bundle.keySet()) {
            if (key.startsWith(SCRIPT)) {
                texts.put(key.substring(SCRIPT.length()), bundle.getString(key));
            }
        }
        return Json.mapper().valueToTree(texts).toString();
    }

    /** A text, or another one where the bundle has none: for words that come from Meta and may be new. */
    public String getOr(String key, String otherwise) {
        try {
            return bundle.getString(key);
        } catch (MissingResourceException unknown) {
            return otherwise;
        }
    }
}
