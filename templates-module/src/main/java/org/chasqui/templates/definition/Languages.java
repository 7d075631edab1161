package org.chasqui.templates.definition;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The language codes that Meta takes.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates/supported-languages">
 *     Supported languages</a>, as of November 2025
 */
public final class Languages {
    private static final List<String> CODES =
            List.of(("af sq ar ar_EG ar_AE ar_LB ar_MA ar_QA az be_BY bn bn_IN bg ca zh_CN"
                            + " zh_HK zh_TW hr cs da prs_AF nl nl_BE en en_GB en_US en_AE en_AU en_CA en_GH en_IE en_IN en_JM en_MY"
                            + " en_NZ en_QA en_SG en_UG en_ZA et fil fi fr fr_BE fr_CA fr_CH fr_CI fr_MA ka de de_AT de_CH el gu ha"
                            + " he hi hu id ga it ja kn kk rw_RW ko ky_KG lo lv lt mk ms ml mr nb ps_AF fa pl pt_BR pt_PT pa ro ru"
                            + " sr si_LK sk sl es es_AR es_CL es_CO es_CR es_DO es_EC es_HN es_MX es_PA es_PE es_ES es_UY sw sv ta"
                            + " te th tr uk ur uz vi zu")
                    .split(" "));
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "he", "fa", "ur", "ps", "prs");

    private Languages() {}

    /** All codes, in Meta's order. */
    public static List<String> codes() {
        return CODES;
    }

    /** Whether Meta has templates in this language. */
    public static boolean isKnown(String code) {
        return CODES.contains(code);
    }

    /** Meta's own code for one that a webhook spells differently: {@code en-US} is {@code en_US}. */
    public static String normal(String code) {
        return code.strip().replace('-', '_');
    }

    /** Whether the language is written from right to left. */
    public static boolean isRightToLeft(String code) {
        return RIGHT_TO_LEFT.contains(base(code));
    }

    /** The language without its country: {@code pt} of {@code pt_BR}. */
    public static String base(String code) {
        int end = code.indexOf('_');
        return end < 0 ? code : code.substring(0, end);
    }

    /** Its name for people, in English: {@code Portuguese (Brazil)}. */
    public static String name(String code) {
        var name = Locale.forLanguageTag(code.replace('_', '-')).getDisplayName(Locale.ENGLISH);
        return name.isBlank() ? code : name;
    }
}
