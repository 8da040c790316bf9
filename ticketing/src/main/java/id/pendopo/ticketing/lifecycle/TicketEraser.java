package id.pendopo.ticketing.lifecycle;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pendopo.ui.KeptTables;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The retention job: empties what people wrote once a ticket has been closed for as long as {@code
 * pendopo.ticketing.keep} says. Category, dates, outcome and the kinds of events stay for statistics.
 */
@Component
class TicketEraser implements KeptTables {

    private static final Logger LOG = LoggerFactory.getLogger(TicketEraser.class);
    private static final Duration TRY_WINDOW = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final RetentionProperties settings;
    private final BreakGlasses opened;
    private final Clock clock;

    TicketEraser(JdbcClient jdbc, RetentionProperties settings, BreakGlasses opened, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.opened = opened;
        this.clock = clock;
    }

    /** @return how many tickets were emptied; at most 500 at once */
    int erase() {
        jdbc.sql("delete from ticket_try where since < :over")
                .param("over", TicketStore.utc(clock.instant().minus(TRY_WINDOW)))
                .update();
        jdbc.sql("delete from ticket_request where at < :over")
                .param("over", TicketStore.utc(clock.instant().minus(IdempotentRequests.KEPT)))
                .update();
        opened.forget();
        return jdbc.sql("""
            with old as (
                update ticket
                set description = '', subject = '', place = null, name = null, phone = null, erased = true
                where id in (
                    select id from ticket where closed_at < :before and not erased
                    order by closed_at limit 500 for update skip locked)
                returning id),
            emptied as (
                update ticket_event
                set body = body
                    || case when jsonb_exists(body, 'text') then '{"text": ""}'::jsonb else '{}' end
                    || case when jsonb_exists(body, 'before') then '{"before": ""}'::jsonb else '{}' end
                    || case when jsonb_exists(body, 'reason') then '{"reason": ""}'::jsonb else '{}' end
                    || case when jsonb_exists(body, 'files') then '{"files": []}'::jsonb else '{}' end
                where ticket in (select id from old)),
            unseen as (delete from ticket_look where ticket in (select id from old))
            select count(*) from old\
            """)
                .param("before", clock.instant().atOffset(ZoneOffset.UTC).minus(settings.keep()))
                .query(Integer.class)
                .single();
    }

    @Override
    public List<Table> tables() {
        Rule texts = new Rule(
                "what people wrote, of tickets closed long ago",
                settings.keep().toString(),
                "pendopo.ticketing.keep",
                () -> count("ticket where not erased and closed_at < :before", utc(settings.keep())));
        return List.of(
                Table.of("ticket", texts),
                Table.without("ticket_event", "emptied with its ticket"),
                Table.without("ticket_look", "who looked at a confidential case: deleted when its texts are emptied"),
                Table.without("ticket_read", "goes with the ticket or the account"),
                Table.of(
                        "ticket_try",
                        new Rule(
                                "wrong digits",
                                TRY_WINDOW.toString(),
                                "",
                                () -> count("ticket_try where since < :before", utc(TRY_WINDOW)))),
                Table.of(
                        "ticket_request",
                        new Rule(
                                "requests that were carried out",
                                IdempotentRequests.KEPT.toString(),
                                "",
                                () -> count("ticket_request where at < :before", utc(IdempotentRequests.KEPT)))),
                Table.without("ticket_reader", "who reads tickets, kept while the account or the key lives"),
                Table.without("ticket_agent", "people who work here, kept while the account lives"));
    }

    private OffsetDateTime utc(TemporalAmount age) {
        return clock.instant().atOffset(ZoneOffset.UTC).minus(age);
    }

    private long count(String which, OffsetDateTime before) {
        return jdbc.sql("select count(*) from " + which)
                .param("before", before)
                .query(Long.class)
                .single();
    }

    private void run() {
        int emptied = erase();
        if (emptied > 0) {
            LOG.info("Emptied the texts of {} tickets that were closed long ago", emptied);
        }
    }

    /** The job, for whoever runs jobs. */
    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> ticketTextsJob(TicketEraser eraser) {
            return Tasks.recurring("ticket-texts", FixedDelay.ofHours(1)).execute((_, _) -> eraser.run());
        }
    }
}
