package id.pendopo.channels.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import id.pendopo.channels.Address;
import id.pendopo.channels.MessageReaders;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.gateway.inbound.InboundRows;
import id.pendopo.channels.gateway.outbound.OutboxRow;
import id.pendopo.channels.gateway.outbound.OutboxRows;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.web.ErrorResponseException;

/** Rows that somebody may not know of are to them as if they were not there. */
class VisibleMessagesTests {

    private static final Principal SARI = () -> "sari";

    /** Sari may know of the message 1 alone. */
    private static final MessageReaders RULE = (messages, login) -> login.equals("sari") ? Set.of(1L) : Set.of();

    private static VisibleMessages visible(MessageReaders... rule) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        for (MessageReaders one : rule) {
            beans.addBean("rule", one);
        }
        return new VisibleMessages(beans.getBeanProvider(MessageReaders.class));
    }

    @Test
    void leavesOutWhatSomebodyMayNotKnowOf() {
        List<OutboxRow> rows = List.of(row(2), row(1), row(3));

        assertThat(visible(RULE).of(rows, SARI)).extracting(OutboxRow::id).containsExactly(1L);
        assertThat(visible(RULE).of(rows, null)).isEmpty();
        assertThat(visible().of(rows, SARI)).isEqualTo(rows);
    }

    @Test
    void nobodySendsAgainWhatTheyMayNotKnowOf() {
        Outbox outbox = mock(Outbox.class);
        OutboxRows rows = mock(OutboxRows.class);
        when(rows.find(2)).thenReturn(Optional.of(row(2)));
        when(outbox.retry(2)).thenThrow(new AssertionError("it was sent again"));
        MessagesApi api = new MessagesApi(mock(InboundRows.class), outbox, rows, visible(RULE));

        ErrorResponseException refused = catchThrowableOfType(ErrorResponseException.class, () -> api.retry(2, SARI));

        assertThat(refused.getStatusCode().value()).isEqualTo(404);
    }

    private static OutboxRow row(long id) {
        return new OutboxRow(
                id,
                new Address("smsmain", "+6281255500000"),
                7,
                1,
                0,
                OutboundMessage.Author.AGENT,
                Optional.empty(),
                Outbox.State.FAILED,
                Optional.of("30005"),
                Optional.empty(),
                1,
                false,
                Instant.EPOCH,
                Instant.EPOCH,
                Optional.empty());
    }
}
