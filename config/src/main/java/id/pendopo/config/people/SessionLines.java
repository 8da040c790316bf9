package id.pendopo.config.people;

import id.pendopo.config.sessions.Sessions;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The presentation of somebody's open sessions, for themselves and for an administrator. */
@Component
class SessionLines {

    private final Sessions sessions;
    private final Choices choices;

    SessionLines(Sessions sessions, Choices choices) {
        this.sessions = sessions;
        this.choices = choices;
    }

    /** A session as it is read. */
    record Line(String key, String began, String used, boolean current) {}

    /** @param current the id of the session that asks, where it is one of these */
    List<Line> of(String login, String current, Locale language) {
        return sessions.of(login, current).stream()
                .map(one -> new Line(
                        one.key(),
                        choices.time(one.began(), language),
                        choices.time(one.lastUsed(), language),
                        one.current()))
                .toList();
    }
}
