package id.pendopo.channels.gateway.window;

import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.adapter.Templated;
import id.pendopo.channels.adapter.window.MessageTemplate;
import id.pendopo.channels.gateway.accounts.ConnectedAccount;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The message templates that providers told of, and which of them carries a message. */
@Component
public class MessageTemplates {

    private final JdbcClient jdbc;
    private final Clock clock;

    MessageTemplates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What a message is carried by.
     *
     * @param refusal why by nothing, a key of the delivery reasons
     */
    record Choice(Optional<MessageTemplate.Filled> filled, String refusal) {

        private static Choice none(String refusal) {
            return new Choice(Optional.empty(), refusal);
        }
    }

    /** The template of the account's settings, filled in; one that may not be sent now is none. */
    Choice choose(ConnectedAccount line, OutboundMessage message) {
        Optional<Templated> speaker = line.as(Templated.class);
        Optional<String> name = speaker.flatMap(templated -> templated.replyTemplate(line.account()));
        if (speaker.isEmpty() || name.isEmpty()) {
            return Choice.none("window");
        }
        List<MessageTemplate> named = named(line.name(), name.get());
        if (named.isEmpty()) {
            return Choice.none("template-missing");
        }
        List<MessageTemplate> approved = named.stream()
                .filter(MessageTemplate::approved)
                .sorted(Comparator.comparing(template -> !template.speaks(message.language())))
                .toList();
        if (approved.isEmpty()) {
            return Choice.none("template-paused");
        }
        String words = speaker.get().asText(message);
        return approved.stream()
                .flatMap(template -> template.about(message.ticket(), words).stream())
                .findFirst()
                .map(filled -> new Choice(Optional.of(filled), ""))
                .orElseGet(() -> Choice.none("template-unfit"));
    }

    private List<MessageTemplate> named(String account, String name) {
        return jdbc.sql("""
                select name, language, category, status, quality, body, parameters, plain from channels_template
                 where account = :account and name = :name order by language
                """)
                .param("account", account)
                .param("name", name)
                .query((row, _) -> new MessageTemplate(
                        row.getString("name"),
                        row.getString("language"),
                        row.getString("category"),
                        row.getString("status"),
                        row.getString("quality"),
                        row.getString("body"),
                        row.getInt("parameters"),
                        row.getBoolean("plain")))
                .list();
    }

    /** Takes the place of what the account had. */
    @Transactional
    public void keep(String account, List<MessageTemplate> templates) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("delete from channels_template where account = :account")
                .param("account", account)
                .update();
        templates.forEach(template -> jdbc.sql("""
                insert into channels_template
                       (account, name, language, category, status, quality, body, parameters, plain, seen_at)
                values (:account, :name, :language, :category, :status, :quality, :body, :parameters, :plain, :now)
                on conflict do nothing
                """)
                .param("account", account)
                .param("name", template.name())
                .param("language", template.language())
                .param("category", template.category())
                .param("status", template.status())
                .param("quality", template.quality())
                .param("body", template.body())
                .param("parameters", template.parameters())
                .param("plain", template.plain())
                .param("now", now)
                .update());
    }
}
