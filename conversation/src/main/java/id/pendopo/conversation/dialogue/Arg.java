package id.pendopo.conversation.dialogue;

import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.TicketCode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** A placeholder's value in a text of the bundle; put into words in the conversation's language. */
public sealed interface Arg {

    /** Words as they are: the citizen's own, a name, a title. */
    record Words(String text) implements Arg {

        @Override
        public String toString() {
            return "Words[REDACTED]";
        }
    }

    /** Words cut to what a short message can carry. */
    record Excerpt(String text, int length) implements Arg {

        @Override
        public String toString() {
            return "Excerpt[REDACTED]";
        }
    }

    /** Another text of the bundle. */
    record Term(String key) implements Arg {}

    /** Several other texts of the bundle, in a row: "tempat, nama". */
    record Terms(List<String> keys) implements Arg {

        public Terms {
            keys = List.copyOf(keys);
        }
    }

    /** A ticket's number, grouped. */
    record Code(TicketCode code) implements Arg {}

    /** A code of six digits, in two groups. */
    record Six(Passcode code) implements Arg {}

    /** A kind of line, as people call it. */
    record Line(String kind) implements Arg {}

    /** A day: 24 November 2026. */
    record Day(Instant at, ZoneId zone) implements Arg {}

    /** A day and a time: "hari ini 14.30 WIB", "Kamis, 26 November 2026 pukul 08.00 WIB". */
    record Moment(Instant at, ZoneId zone, Instant now) implements Arg {}

    /** The day by which a ticket should have its answer; known once it is opened. */
    record Due(TicketCode code) implements Arg {}

    /** A category's name. */
    record Kind(Category category) implements Arg {}

    /** A category's name, cut to what a short message can carry. */
    record KindExcerpt(Category category, int length) implements Arg {}

    /** A count. */
    record Count(int number) implements Arg {}
}
