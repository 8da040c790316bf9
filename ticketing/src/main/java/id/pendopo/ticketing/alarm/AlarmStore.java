package id.pendopo.ticketing.alarm;

import id.pendopo.ticketing.Alarms.Standing;
import id.pendopo.ticketing.Alarms.Waiting;
import id.pendopo.ticketing.Correspondence;
import id.pendopo.ticketing.HistoryEvent.Alarmed;
import id.pendopo.ticketing.HistoryEvent.Alarmed.Means;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.Ticket.Danger;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ui.KeptTables;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The repository of alarms. What a ticket's step leads to is written in the same transaction as the step, so that no
 * emergency is without its alarm; whoever rings hears of it after the commit.
 */
@Component
public class AlarmStore implements KeptTables {

    /** Published within the transaction: an alarm goes on at once. */
    record Due() {}

    private static final String WAITING = "state in ('RINGING', 'UNREACHED', 'NOBODY', 'SLOW')";
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final EmergencyProperties settings;
    private final OnDuty duty;
    private final ObjectProvider<Correspondence> correspondence;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AlarmStore(
            JdbcClient jdbc,
            EmergencyProperties settings,
            OnDuty duty,
            ObjectProvider<Correspondence> correspondence,
            ApplicationEventPublisher events,
            Clock clock) {
        this.correspondence = correspondence;
        this.jdbc = jdbc;
        this.duty = duty;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /**
     * An emergency was opened, or taken up again; one of many from the same person rings nobody.
     *
     * @return what is to stand in the ticket's history at once
     */
    public Optional<Alarmed> raise(Ticket ticket) {
        Danger danger = ticket.danger().orElse(Danger.OTHER);
        Standing standing = first(danger, ticket.conversation());
        jdbc.sql("""
                        insert into ticket_alarm (code, danger, conversation, raised_at, state, rung, step, next_at)
                        values (:code, :danger, :conversation, :now, :state, 0, 1, :next)
                        on conflict (code) do update
                        set state = excluded.state, rung = 0, step = ticket_alarm.step + 1,
                            next_at = excluded.next_at, taken_by = null, taken_login = null, taken_means = null""")
                .param("code", ticket.code().digits())
                .param("danger", danger.name())
                .param("conversation", ticket.conversation().orElse(null))
                .param("now", now())
                .param("state", standing.name())
                .param("next", standing == Standing.SLOW ? null : now())
                .update();
        events.publishEvent(new Due());
        return switch (standing) {
            case NOBODY -> Optional.of(Alarmed.of(Alarmed.Step.NOBODY));
            case SLOW -> Optional.of(Alarmed.of(Alarmed.Step.SLOWED));
            case RINGING, TAKEN, UNREACHED, ENDED -> Optional.empty();
        };
    }

    private Standing first(Danger danger, Optional<Long> conversation) {
        if (conversation.filter(this::crowded).isPresent()) {
            return Standing.SLOW;
        }
        return duty.reachable(danger, clock.instant()).isEmpty() ? Standing.NOBODY : Standing.RINGING;
    }

    /** Whether one more emergency of this conversation's person is one of too many, on whatever lines they came. */
    boolean crowded(long conversation) {
        Correspondence known = correspondence.getIfAvailable();
        List<Long> conversations = known == null ? List.of(conversation) : known.ofSamePerson(conversation);
        return jdbc.sql(
                                "select count(*) from ticket_alarm where conversation = any(:conversations) and raised_at > :since")
                        .param("conversations", conversations.toArray(Long[]::new))
                        .param("since", utc(clock.instant().minus(settings.crowdWithin())))
                        .query(Integer.class)
                        .single()
                >= settings.crowd() - 1;
    }

    /** The citizen said more: who was not reached before is rung again. */
    public void heard(TicketCode code) {
        int again =
                jdbc.sql("""
                        update ticket_alarm
                        set state = 'RINGING', rung = 0, step = step + 1, next_at = :now
                        where code = :code and state = 'UNREACHED'""").param("code", code.digits()).param("now", now()).update();
        if (again > 0) {
            events.publishEvent(new Due());
        }
    }

    /**
     * Somebody at the desk takes care of it.
     *
     * @return false when somebody does already, or it is over
     */
    public boolean take(TicketCode code, String name, String login) {
        return take(code, new Alarm.Taken(name, Optional.of(login), Means.DESK));
    }

    boolean take(TicketCode code, Alarm.Taken taken) {
        int took = jdbc.sql("""
                        update ticket_alarm
                        set state = 'TAKEN', step = step + 1, next_at = :now,
                            taken_by = :by, taken_login = :login, taken_means = :means
                        where code = :code and state not in ('TAKEN', 'ENDED')""")
                .param("code", code.digits())
                .param("now", now())
                .param("by", taken.by())
                .param("login", taken.login().orElse(null))
                .param("means", taken.means().name())
                .update();
        if (took > 0) {
            events.publishEvent(new Due());
        }
        return took > 0;
    }

    /** The ticket is closed. */
    public void end(TicketCode code) {
        jdbc.sql("update ticket_alarm set state = 'ENDED', step = step + 1, next_at = null where code = ?")
                .param(code.digits())
                .update();
    }

    Optional<Standing> standing(TicketCode code) {
        return jdbc.sql("select state from ticket_alarm where code = ?")
                .param(code.digits())
                .query(String.class)
                .optional()
                .map(Standing::valueOf);
    }

    List<Waiting> waiting() {
        return jdbc.sql("""
                        select code, state from ticket_alarm
                        where %s
                        order by state = 'SLOW', raised_at limit 50""".formatted(WAITING))
                .query((row, _) ->
                        new Waiting(new TicketCode(row.getString("code")), Standing.valueOf(row.getString("state"))))
                .list();
    }

    /** Emergencies that wait for somebody while the owner of this account is on duty for them. */
    public Set<TicketCode> waitingFor(String account) {
        List<DutyPerson> entries = duty.of(account);
        if (entries.isEmpty()) {
            return Set.of();
        }
        Instant now = clock.instant();
        return jdbc.sql("select * from ticket_alarm where " + WAITING).query((row, _) -> alarm(row)).list().stream()
                .filter(alarm -> entries.stream().anyMatch(person -> person.onDuty(alarm.danger(), now)))
                .map(Alarm::code)
                .collect(Collectors.toSet());
    }

    /** Emergencies for which nobody on duty was rung, or answered. */
    public Set<TicketCode> unattended() {
        return Set.copyOf(jdbc.sql("select code from ticket_alarm where state in ('UNREACHED', 'NOBODY', 'SLOW')")
                .query((row, _) -> new TicketCode(row.getString("code")))
                .list());
    }

    /** Alarms that go on now. */
    List<Alarm> due() {
        return jdbc.sql("select * from ticket_alarm where next_at <= ? order by next_at limit 50")
                .param(now())
                .query((row, _) -> alarm(row))
                .list();
    }

    /**
     * Where an alarm stands after a step.
     *
     * @param next when it goes on; empty when it waits for a person
     * @throws OptimisticLockingFailureException another node was faster; nothing of the transaction may be kept
     */
    void step(Alarm before, Standing standing, int rung, Optional<Instant> next) {
        int done = jdbc.sql("""
                        update ticket_alarm
                        set state = :state, rung = :rung, step = step + 1, next_at = :next
                        where code = :code and step = :step""")
                .param("state", standing.name())
                .param("rung", rung)
                .param("next", next.map(AlarmStore::utc).orElse(null))
                .param("code", before.code().digits())
                .param("step", before.step())
                .update();
        if (done == 0) {
            throw new OptimisticLockingFailureException("alarm " + before.code() + " has gone on");
        }
    }

    void forget() {
        over("delete").update();
    }

    private JdbcClient.StatementSpec over(String what) {
        return jdbc.sql(what + " from ticket_alarm where state = 'ENDED' and raised_at < ?")
                .param(utc(clock.instant().minus(KEPT)));
    }

    @Override
    public List<Table> tables() {
        return List.of(
                Table.of(
                        "ticket_alarm",
                        new Rule(
                                "alarms that are over",
                                KEPT.toString(),
                                "",
                                () -> over("select count(*)").query(Long.class).single())),
                Table.without("ticket_duty", "people on duty, kept while they stand on the list"));
    }

    private static Alarm alarm(ResultSet row) throws SQLException {
        String by = row.getString("taken_by");
        return new Alarm(
                new TicketCode(row.getString("code")),
                Danger.valueOf(row.getString("danger")),
                Standing.valueOf(row.getString("state")),
                row.getInt("rung"),
                row.getLong("step"),
                by == null
                        ? Optional.empty()
                        : Optional.of(new Alarm.Taken(
                                by,
                                Optional.ofNullable(row.getString("taken_login")),
                                Means.valueOf(row.getString("taken_means")))));
    }

    private OffsetDateTime now() {
        return utc(clock.instant());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
