package id.pendopo.conversation.poll;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The repository of votes; written in the transaction of the turn that gave them. */
@Component
class PollVotes {

    private final JdbcClient jdbc;

    PollVotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(Vote vote) {
        jdbc.sql("""
                insert into poll_vote (conversation, choice) values (:conversation, :choice)
                on conflict (conversation) do update set choice = excluded.choice
                """)
                .param("conversation", vote.conversation())
                .param("choice", vote.choice())
                .update();
    }
}
