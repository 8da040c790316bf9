package id.pendopo.channels.web.streams;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The cursor of an event stream. How far a stream has come: the last reply that it showed, {@code TURN.N}. */
record StreamCursor(long turn, int part) {

    /** Before the first reply: turns count from 1. */
    static final StreamCursor START = new StreamCursor(0, 0);

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})\\.(\\d{1,9})");

    /** Reads what a client says it has seen; a stranger's text means that it has seen nothing. */
    static StreamCursor parse(Optional<String> id) {
        Matcher matcher = FORM.matcher(id.orElse(""));
        return matcher.matches()
                ? new StreamCursor(Long.parseLong(matcher.group(1)), Integer.parseInt(matcher.group(2)))
                : START;
    }
}
