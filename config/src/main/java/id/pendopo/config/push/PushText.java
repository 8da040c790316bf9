package id.pendopo.config.push;

import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.Ticket.Danger;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The words of a push message: what kind of danger, whose ticket, the end of its number. Nothing that a citizen said, as it is
 * read on a locked screen.
 */
@Component
class PushText {

    /** Of the ticket's number, as the last group that people read. */
    private static final int DIGITS = 4;

    private final MessageSource messages;
    private final Agents agents;
    private final JsonMapper json = JsonMapper.builder().build();

    PushText(MessageSource messages, Agents agents) {
        this.messages = messages;
        this.agents = agents;
    }

    /** What {@code alarm-worker.js} shows, as JSON. */
    String alarm(Ticket ticket, Locale language) {
        String danger = say(language, "ticketing.danger." + ticket.danger().orElse(Danger.OTHER));
        String digits = ticket.code().digits();
        String unit = Optional.ofNullable(agents.units().get(ticket.unit()))
                .map(names -> names.in(language))
                .orElse(ticket.unit());
        return json.writeValueAsString(Map.of(
                "title",
                say(language, "config.push.alarm.title", danger),
                "body",
                say(language, "config.push.alarm.body", digits.substring(digits.length() - DIGITS), unit),
                "tag",
                "alarm-" + digits,
                "url",
                "/desk/tickets/" + digits));
    }

    private String say(Locale language, String key, Object... args) {
        return messages.getMessage(key, args, language);
    }
}
