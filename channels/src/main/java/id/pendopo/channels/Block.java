package id.pendopo.channels;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A content block. A part of a reply, neutral: each adapter renders it as well as its line can. Authored once,
 * degraded everywhere.
 */
public sealed interface Block {

    /**
     * Words.
     *
     * @param text as long as it needs to be, for lines that can carry it; paragraphs are separated by line feeds
     * @param brief for lines that pay by the segment: aims at one GSM-7 segment; empty means {@code text} serves
     * @param spoken for the phone: at most 20 seconds read aloud; empty means {@code text} serves
     */
    record Text(String text, Optional<String> brief, Optional<String> spoken) implements Block {

        public static Text of(String text) {
            return new Text(text, Optional.empty(), Optional.empty());
        }

        /** What a line that pays by the segment shows. */
        public String briefly() {
            return brief.orElse(text);
        }

        /** What is said on the phone. */
        public String aloud() {
            return spoken.orElse(text);
        }

        @Override
        public String toString() {
            return "Text[REDACTED]";
        }
    }

    /** What may be picked: buttons, or numbered lines from 1. */
    record Choices(List<Choice> choices) implements Block {

        public Choices {
            choices = List.copyOf(choices);
        }
    }

    /**
     * Where a fact comes from. A web page shows it as a link, an SMS as a few words.
     *
     * @param url the page in our help centre, relative to the public address
     * @param version the article's version number, from 1
     * @param date when that version was published, ISO {@code yyyy-MM-dd}
     * @param source the official page or law that was read
     */
    record Source(String title, String url, int version, String date, String source) implements Block {}

    /** An address worth opening; a line without links leaves it out unless it is the only block. */
    record Link(String label, String url) implements Block {}

    /**
     * A file.
     *
     * @param caption what it is called; may be empty
     * @param link where anybody opens it for some days, relative to the public address, for lines that carry no files and for
     *     providers that fetch them; empty: there it can only be asked for
     */
    record Media(Attachment attachment, String caption, Optional<String> link) implements Block {

        /** A row from before there were links has none. */
        public Media {
            link = Objects.requireNonNullElse(link, Optional.empty());
        }

        public Media(Attachment attachment, String caption) {
            this(attachment, caption, Optional.empty());
        }

        @Override
        public String toString() {
            return "Media[REDACTED]";
        }
    }

    /** Asks for a place: a location button where the line has one, otherwise the words alone. */
    record LocationRequest(String prompt) implements Block {}

    /** A person takes over or hands back; always said, never silent. A call is put through after it. */
    record HandoverNotice(String text) implements Block {}

    /** Words after which a live call does something else than listen; elsewhere the words alone. */
    record CallStep(String text, Next next) implements Block {

        /** What a call can do. */
        public enum Next {
            /** Take a message after the tone. */
            RECORD,
            HANG_UP
        }
    }
}
