package org.chasqui.platform.phone;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * In which country a person is, as far as prices are concerned: by calling code and prefix. The same text gives the same
 * country on every node and for ever in one version of the numbering plans, so that counts by country can be made again.
 */
public final class Countries {
    /** What is no number and no user id. */
    public static final String UNKNOWN = "";

    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
    private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{3,16}");

    /** Meta: a business-scoped user id begins with the country of the person's number, for example {@code US.13491208…}. */
    private static final Pattern USER_ID = Pattern.compile("([A-Z]{2})\\..+");

    private static final String NO_COUNTRY = "001";
    private static final int LONGEST_CALLING_CODE = 3;

    /** Twenty-five countries share calling code 1; an area code belongs to one of them. */
    private static final int NORTH_AMERICA = 1;

    private static final int AREA_CODE_END = 4;
    private static final String ANY_LINE = "2345678";
    private static final int FIRST_AREA = 200;
    private static final int LAST_AREA = 999;
    private static final int MANY_AREAS = 100;
    private static final Map<String, String> AREAS = new ConcurrentHashMap<>();

    private Countries() {}

    /**
     * The country of a person.
     *
     * @param peer digits of a phone number with calling code, or a business-scoped user id
     * @return ISO 3166-1 alpha-2, or {@link #UNKNOWN}
     */
    public static String of(String peer) {
        var userId = USER_ID.matcher(peer);
        if (userId.matches()) {
            return userId.group(1);
        }
        return DIGITS.matcher(peer).matches() ? ofDigits(peer) : UNKNOWN;
    }

    /**
     * How numbers and user ids of a country begin. Others may begin so, too, where countries share a calling code.
     *
     * @param country ISO 3166-1 alpha-2
     */
    public static List<String> prefixes(String country) {
        var prefixes = new ArrayList<String>();
        prefixes.add(country + ".");
        int code = UTIL.getCountryCodeForRegion(country);
        if (code == NORTH_AMERICA) {
            var areas = areas(country);
            prefixes.addAll(areas.size() > MANY_AREAS ? List.of(Integer.toString(code)) : areas);
        } else if (code != 0) {
            prefixes.add(Integer.toString(code));
        }
        return List.copyOf(prefixes);
    }

    private static List<String> areas(String country) {
        return IntStream.rangeClosed(FIRST_AREA, LAST_AREA)
                .mapToObj(area -> Integer.toString(NORTH_AMERICA) + area)
                .filter(area -> of(area + ANY_LINE).equals(country))
                .toList();
    }

    private static String ofDigits(String digits) {
        for (int length = 1; length <= LONGEST_CALLING_CODE; length++) {
            int code = Integer.parseInt(digits.substring(0, length));
            var regions = UTIL.getRegionCodesForCountryCode(code);
            if (!regions.isEmpty()) {
                return regions.size() == 1 ? named(regions.get(0)) : shared(code, digits, digits.substring(length));
            }
        }
        return UNKNOWN;
    }

    private static String shared(int code, String digits, String national) {
        if (code == NORTH_AMERICA) {
            var area = digits.substring(0, AREA_CODE_END);
            return AREAS.computeIfAbsent(area, key -> search(code, key.substring(1) + ANY_LINE));
        }
        return search(code, national);
    }

    /** A number that no plan knows belongs to the largest country of its calling code. */
    private static String search(int code, String national) {
        var number = new Phonenumber.PhoneNumber().setCountryCode(code).setNationalNumber(Long.parseLong(national));
        if (national.startsWith("0")) {
            number.setItalianLeadingZero(true);
        }
        return named(Optional.ofNullable(UTIL.getRegionCodeForNumber(number))
                .orElseGet(() -> UTIL.getRegionCodeForCountryCode(code)));
    }

    private static String named(String region) {
        return region.equals(NO_COUNTRY) ? UNKNOWN : region;
    }
}
