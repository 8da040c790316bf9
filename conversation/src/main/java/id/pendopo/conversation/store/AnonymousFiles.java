package id.pendopo.conversation.store;

import id.pendopo.channels.Attachment;
import id.pendopo.ticketing.TicketCode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The repository of the files of anonymous reports, of which nobody knows from whom they came. */
@Component
public class AnonymousFiles {

    private final JdbcClient jdbc;

    AnonymousFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A file by the id that its link is made from. */
    public record File(String attachment, Instant at) {}

    public void add(TicketCode code, List<Attachment> files, Instant now) {
        for (Attachment file : files) {
            jdbc.sql("""
                            insert into conversation_anonymous_file (code, attachment, at)
                            values (:code, :attachment, :at) on conflict do nothing""")
                    .param("code", code.digits())
                    .param("attachment", file.ref())
                    .param("at", ConversationStore.utc(now))
                    .update();
        }
    }

    public List<File> of(TicketCode code) {
        return jdbc.sql("select attachment, at from conversation_anonymous_file where code = ? order by at, attachment")
                .param(code.digits())
                .query((row, _) -> new File(
                        row.getString("attachment"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
