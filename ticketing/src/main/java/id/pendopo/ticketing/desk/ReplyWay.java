package id.pendopo.ticketing.desk;

import id.pendopo.ticketing.Correspondence.ReplyWindow;
import id.pendopo.ticketing.labels.TicketLabels;
import java.time.ZoneId;
import java.util.Locale;

/**
 * The reply window of a citizen in words: until when free words reach them, and what a reply goes by once they do not.
 *
 * @param trouble whether a reply does not reach them
 * @param finished what the citizen reads of a template; empty without one
 */
record ReplyWay(String words, boolean trouble, String finished) {

    static ReplyWay of(ReplyWindow window, ZoneId zone, TicketLabels labels, Locale language) {
        return switch (window.passage()) {
            case FREE ->
                new ReplyWay(
                        labels.say(language, "desk.window.free", labels.until(window.until(), zone, language)),
                        false,
                        "");
            case TEMPLATE ->
                new ReplyWay(labels.say(language, "desk.window.template", window.template()), false, window.text());
            case TEXT_MESSAGE -> new ReplyWay(labels.say(language, "desk.window.texts"), false, "");
            case NONE -> new ReplyWay(labels.say(language, "desk.window.none", window.reason()), true, "");
        };
    }

    @Override
    public String toString() {
        return "ReplyWay[" + trouble + "]";
    }
}
