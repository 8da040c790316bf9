package id.pendopo.channels.email;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** The text of a mail: what is written in plain text, else the words of its HTML. */
final class MailBody {

    /** Bytes that are read of a text; a message of the desk is far shorter. */
    private static final int LONGEST = 1 << 20;

    private MailBody() {}

    /** What the citizen wrote, with what clients put behind it. */
    static String of(List<MailParts.Leaf> leaves) {
        String plain = said(leaves, "text/plain");
        return plain.isBlank() ? said(leaves, "text/html") : plain;
    }

    /** Clients part a text around the pictures in it. */
    private static String said(List<MailParts.Leaf> leaves, String type) {
        return leaves.stream()
                .filter(leaf -> leaf.type().equals(type) && !leaf.attached())
                .map(MailBody::text)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static String text(MailParts.Leaf leaf) {
        String text;
        try {
            text = MailCharset.text(leaf.bytes(LONGEST), leaf.parameter("charset"));
        } catch (IOException broken) {
            return "";
        }
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        if (leaf.type().equals("text/html")) {
            return HtmlText.of(lines);
        }
        return leaf.parameter("format").filter("flowed"::equalsIgnoreCase).isPresent()
                ? flowed(
                        lines,
                        leaf.parameter("delsp").filter("yes"::equalsIgnoreCase).isPresent())
                : lines;
    }

    /** https://www.rfc-editor.org/rfc/rfc3676#section-4 */
    private static String flowed(String text, boolean deletesSpaces) {
        StringBuilder whole = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            String unstuffed = line.startsWith(" ") ? line.substring(1) : line;
            boolean flows = unstuffed.endsWith(" ") && !unstuffed.startsWith("--") && !unstuffed.startsWith(">");
            whole.append(flows && deletesSpaces ? unstuffed.substring(0, unstuffed.length() - 1) : unstuffed)
                    .append(flows ? "" : "\n");
        }
        return whole.toString();
    }
}
