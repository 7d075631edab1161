package org.chasqui.messaging.bots.ai;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/**
 * Turns markdown, which language models write whatever they are told, into the few marks that WhatsApp knows: {@code *bold*},
 * {@code _italic_}, {@code ~struck~}, code, quotes and lists. Headings become bold lines, links their words and address.
 *
 * @see <a href="https://faq.whatsapp.com/539178204879377">WhatsApp, how to format your messages</a>
 */
final class WhatsAppText {
    /** No HTML and no indented code: a model that indents its answer wants no code. */
    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of(
                    Heading.class, FencedCodeBlock.class, BlockQuote.class, ListBlock.class, ThematicBreak.class))
            .build();

    private static final Pattern STRUCK = Pattern.compile("~~(?=\\S)(.+?)(?<=\\S)~~");
    private static final Pattern TABLE_RULE =
            Pattern.compile("(?m)^ *\\|?(?: *:?-{3,}:? *\\|){1,50} *(?::?-{3,}:?)? *\\R?");
    private static final Pattern TABLE_ROW = Pattern.compile("(?m)^ *\\|(.+)\\| *$");
    private static final Pattern TOO_MANY_LINES = Pattern.compile("\\n{3,}");
    private static final Pattern LINE_END = Pattern.compile("[ \\t]+\\n");

    private WhatsAppText() {}

    /** The same text as WhatsApp shows it; without white space at its ends. */
    static String of(String markdown) {
        try {
            return tidy(written(markdown));
        } catch (StackOverflowError bottomless) {
            // Thousands of marks within each other mean nothing: the text stays as it is.
            return tidy(markdown);
        }
    }

    private static String written(String markdown) {
        var writer = new Writer(isMarkdown(markdown));
        PARSER.parse(withoutTables(markdown)).accept(writer);
        return writer.out.toString();
    }

    private static String tidy(String text) {
        return TOO_MANY_LINES
                .matcher(LINE_END.matcher(text).replaceAll("\n"))
                .replaceAll("\n\n")
                .strip();
    }

    /** Whether bold is written with two asterisks. With one it is WhatsApp's own mark, and stays as it is. */
    private static boolean isMarkdown(String text) {
        return text.contains("**") || text.contains("__");
    }

    /** WhatsApp has no tables: the cells of a row stay in a line. */
    private static String withoutTables(String text) {
        if (!TABLE_RULE.matcher(text).find()) {
            return text;
        }
        var rows = TABLE_RULE.matcher(text).replaceAll("");
        return TABLE_ROW
                .matcher(rows)
                .replaceAll(row ->
                        Matcher.quoteReplacement("- " + row.group(1).strip().replaceAll(" *\\| *", " · ")));
    }

    /** Writes what the parser has found. */
    private static final class Writer extends AbstractVisitor {
        private final StringBuilder out = new StringBuilder();
        private final boolean isMarkdown;
        private boolean isBold;

        private Writer(boolean isMarkdown) {
            this.isMarkdown = isMarkdown;
        }

        @Override
        public void visit(Text text) {
            out.append(STRUCK.matcher(text.getLiteral()).replaceAll("~$1~"));
        }

        @Override
        public void visit(Emphasis emphasis) {
            var isWhatsApps = !isMarkdown && "*".equals(emphasis.getOpeningDelimiter());
            if (isWhatsApps) {
                bold(emphasis);
            } else {
                around("_", emphasis);
            }
        }

        @Override
        public void visit(StrongEmphasis strong) {
            bold(strong);
        }

        @Override
        public void visit(Heading heading) {
            begin(heading);
            bold(heading);
        }

        /** Bold within bold would end it. */
        private void bold(Node node) {
            if (isBold) {
                visitChildren(node);
                return;
            }
            isBold = true;
            around("*", node);
            isBold = false;
        }

        private void around(String mark, Node node) {
            out.append(mark);
            visitChildren(node);
            out.append(mark);
        }

        @Override
        public void visit(Code code) {
            out.append('`').append(code.getLiteral()).append('`');
        }

        @Override
        public void visit(FencedCodeBlock code) {
            begin(code);
            out.append("```").append(code.getLiteral().strip()).append("```");
        }

        @Override
        public void visit(Link link) {
            int from = out.length();
            visitChildren(link);
            var words = out.substring(from);
            if (!link.getDestination().isEmpty() && !words.equals(link.getDestination())) {
                out.append(words.isEmpty() ? "" : ": ").append(link.getDestination());
            }
        }

        @Override
        public void visit(Image image) {
            int from = out.length();
            visitChildren(image);
            out.append(out.length() > from ? ": " : "").append(image.getDestination());
        }

        @Override
        public void visit(SoftLineBreak end) {
            line(end);
        }

        @Override
        public void visit(HardLineBreak end) {
            line(end);
        }

        @Override
        public void visit(HtmlInline html) {
            out.append(html.getLiteral().matches("(?i)<br */?>") ? "\n" : html.getLiteral());
        }

        @Override
        public void visit(ThematicBreak rule) {
            // A line has no meaning between the paragraphs of a chat.
        }

        @Override
        public void visit(Paragraph paragraph) {
            begin(paragraph);
            visitChildren(paragraph);
        }

        @Override
        public void visit(BlockQuote quote) {
            begin(quote);
            int from = out.length();
            visitChildren(quote);
            var quoted = out.substring(from).strip().replaceAll("\\n+", "\n> ");
            out.setLength(from);
            out.append("> ").append(quoted);
        }

        @Override
        public void visit(BulletList list) {
            begin(list);
            visitChildren(list);
        }

        @Override
        public void visit(OrderedList list) {
            begin(list);
            visitChildren(list);
        }

        @Override
        public void visit(ListItem item) {
            if (item.getPrevious() != null) {
                out.append('\n');
            }
            out.append(mark(item));
            visitChildren(item);
        }

        private static String mark(ListItem item) {
            if (!(item.getParent() instanceof OrderedList list)) {
                return "- ";
            }
            int number = list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber();
            for (var before = item.getPrevious(); before != null; before = before.getPrevious()) {
                number++;
            }
            return number + ". ";
        }

        /** An empty line between blocks, none before what begins an item. */
        private void begin(Block block) {
            if (block.getPrevious() != null) {
                out.append(block.getParent() instanceof ListItem ? "\n" : "\n\n");
            }
        }

        private void line(Node end) {
            out.append(end.getNext() == null ? "" : "\n");
        }
    }
}
