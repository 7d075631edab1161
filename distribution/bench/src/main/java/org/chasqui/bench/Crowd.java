package org.chasqui.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/** The people of a campaign, as a CSV file: everybody's fate is drawn, with the same seed in every run. */
final class Crowd {
    private static final int SEED = 5;
    private static final int THOUSAND = 1_000;

    private final Fate[] fates;

    Crowd(int size) {
        fates = new Fate[size];
        var random = new Random(SEED);
        for (int place = 0; place < size; place++) {
            var fate = drawn(random.nextInt(THOUSAND));
            // Who is on the list twice stands behind an ordinary person, whose double he is.
            boolean isDoubleOfNobody =
                    fate == Fate.TWICE_ON_THE_LIST && (place == 0 || fates[place - 1] != Fate.ORDINARY);
            fates[place] = isDoubleOfNobody ? Fate.ORDINARY : fate;
        }
    }

    private static Fate drawn(int ticket) {
        int left = ticket;
        for (var fate : Fate.values()) {
            left -= fate.perMille();
            if (left < 0) {
                return fate;
            }
        }
        return Fate.ORDINARY;
    }

    int size() {
        return fates.length;
    }

    /** The fate of who stands at a position of the list, counted from 1 as the product does. */
    Fate at(int position) {
        return fates[position - 1];
    }

    /** How many share each fate; one that nobody has is missing. */
    Map<Fate, Integer> sizes() {
        var sizes = new EnumMap<Fate, Integer>(Fate.class);
        for (var fate : fates) {
            sizes.merge(fate, 1, Integer::sum);
        }
        return sizes;
    }

    /** Writes the list, with semicolons and a title that must be told, as shops export it. */
    void write(Path file) {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("Mobile;name;1;2;button.2\r\n");
            for (int place = 0; place < fates.length; place++) {
                var two = fates[place] == Fate.NO_VARIABLE ? "" : "20";
                out.write(fates[place].address(place) + ";\"Souza; Ana\";Sunday;" + two + ";17\r\n");
            }
        } catch (IOException unwritable) {
            throw new BenchFailed(file + " cannot be written: " + unwritable.getMessage(), unwritable);
        }
    }
}
