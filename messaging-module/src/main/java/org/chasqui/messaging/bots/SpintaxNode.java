package org.chasqui.messaging.bots;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A part of a text that varies. */
sealed interface SpintaxNode {

    void render(StringBuilder out, Map<String, String> values, RandomGenerator random);

    /** How deep braces are within braces. */
    int depth();

    /** The most characters that it may become, placeholders counted as they are written. */
    int longest();

    /** Whether it may become nothing but white space. */
    boolean maybeBlank();

    /** What is said as it is written. */
    record Plain(String text) implements SpintaxNode {
        @Override
        public void render(StringBuilder out, Map<String, String> values, RandomGenerator random) {
            out.append(text);
        }

        @Override
        public int depth() {
            return 0;
        }

        @Override
        public int longest() {
            return text.length();
        }

        @Override
        public boolean maybeBlank() {
            return text.isBlank();
        }
    }

    /** A placeholder. */
    record Slot(String name, String written) implements SpintaxNode {
        @Override
        public void render(StringBuilder out, Map<String, String> values, RandomGenerator random) {
            var value = values.get(name);
            if (value == null) {
                out.append(written);
            } else if (!value.isBlank()) {
                out.append(value);
            } else {
                dropLast(out, ' ');
                dropLast(out, ',');
            }
        }

        private static void dropLast(StringBuilder out, char unwanted) {
            if (!out.isEmpty() && out.charAt(out.length() - 1) == unwanted) {
                out.setLength(out.length() - 1);
            }
        }

        @Override
        public int depth() {
            return 0;
        }

        @Override
        public int longest() {
            return written.length();
        }

        @Override
        public boolean maybeBlank() {
            return false;
        }
    }

    /** One of several. */
    record Choice(List<List<SpintaxNode>> parts) implements SpintaxNode {
        @Override
        public void render(StringBuilder out, Map<String, String> values, RandomGenerator random) {
            parts.get(random.nextInt(parts.size())).forEach(node -> node.render(out, values, random));
        }

        @Override
        public int depth() {
            return 1
                    + parts.stream()
                            .flatMap(List::stream)
                            .mapToInt(SpintaxNode::depth)
                            .max()
                            .orElse(0);
        }

        @Override
        public int longest() {
            return parts.stream()
                    .mapToInt(
                            part -> part.stream().mapToInt(SpintaxNode::longest).sum())
                    .max()
                    .orElse(0);
        }

        @Override
        public boolean maybeBlank() {
            return parts.stream().anyMatch(part -> part.stream().allMatch(SpintaxNode::maybeBlank));
        }
    }
}
