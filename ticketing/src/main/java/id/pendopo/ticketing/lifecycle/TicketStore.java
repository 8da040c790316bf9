package id.pendopo.ticketing.lifecycle;

import id.pendopo.ticketing.HistoryEvent;
import id.pendopo.ticketing.NewTicket;
import id.pendopo.ticketing.Outcome;
import id.pendopo.ticketing.Rating;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.Ticket.Danger;
import id.pendopo.ticketing.Ticket.LegalBasis;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketState;
import id.pendopo.ticketing.TicketStatus;
import id.pendopo.ticketing.TicketType;
import id.pendopo.ticketing.Visibility;
import id.pendopo.ticketing.masking.MaskedTexts;
import id.pendopo.ticketing.organisation.TrustedReaders;
import id.pendopo.ticketing.organisation.UnitRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The repository of ticket rows: what the citizen brought, and where the ticket stands. */
@Component
public class TicketStore {

    /** What every reader of a {@link Row} selects, from {@code ticket t}. */
    static final String COLUMNS =
            """
            t.id, t.code, t.type, t.subject, t.description, t.place, t.name, t.visibility, t.contact_consent,
            t.conversation, t.channel, t.phone, t.language, t.opened_at, t.version, t.status, t.category, t.unit,
            t.assignee, t.outcome, t.due_at, t.legal_basis, t.basis, t.changed_at, t.spoken, t.first_reply_at, t.closed_at,
            t.confirmed_at, t.rating, t.reopened, t.urgent, t.danger, """ + Viewer.CONFIDENTIAL + " as confidential, " + UnitRecords.zoneOf("t.unit") + " as zone";

    private static final String SELECT = "select " + COLUMNS + " from ticket t\n";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final MaskedTexts masked;

    TicketStore(JdbcClient jdbc, MaskedTexts masked) {
        this.jdbc = jdbc;
        this.masked = masked;
    }

    /**
     * One ticket as stored.
     *
     * @param id ours, for foreign keys and cursors only
     * @param phone the last four digits
     * @param confidential whether only those read it who need to know
     */
    public record Row(long id, Ticket ticket, TicketState state, Optional<String> phone, boolean confidential) {

        /** The same ticket as it stands after a step. */
        Ticket ticket(TicketState after, ZoneId zone) {
            return after.ticket(ticket.code(), ticket.report(), ticket.opened(), zone);
        }

        @Override
        public String toString() {
            return "Row[" + ticket.code() + "]";
        }
    }

    /** @throws DuplicateKeyException the code is taken */
    long insert(NewTicket brought, Visibility visibility, Instant opened, TicketState state) {
        Map<String, @Nullable Object> params = params(state);
        params.put("code", brought.code().digits());
        params.put("type", brought.type().name());
        params.put("subject", masked.subject(brought));
        params.put("description", brought.description());
        params.put("place", brought.place().orElse(null));
        params.put("name", brought.name().orElse(null));
        params.put("visibility", visibility.name());
        params.put("consent", brought.contactConsent());
        params.put("conversation", brought.conversation().orElse(null));
        params.put("channel", brought.channel());
        params.put("phone", brought.phone().orElse(null));
        params.put("language", brought.language().toLanguageTag());
        params.put("opened", utc(opened));
        params.put("urgent", brought.danger().isPresent());
        params.put("danger", brought.danger().map(Danger::name).orElse(null));
        return jdbc.sql("""
                        insert into ticket (code, type, subject, description, place, name, visibility,
                            contact_consent, conversation, channel, phone, language, opened_at, version, status,
                            category, unit, assignee, outcome, due_at, legal_basis, basis, changed_at, spoken,
                            first_reply_at, closed_at, confirmed_at, rating, reopened, floor, urgent, danger, withheld)
                        values (:code, :type, :subject, :description, :place, :name, :visibility, :consent,
                            :conversation, :channel, :phone, :language, :opened, :version, :status, :category, :unit,
                            :assignee, :outcome, :due, :finished, :basis::jsonb, :changed, :spoken, :firstReply, :closed, :confirmed,
                            :rating, :reopened, false, :urgent, :danger, :visibility = 'CONFIDENTIAL' or %s)
                        on conflict (code) do nothing
                        returning id""".formatted(TrustedReaders.confidential(":category")))
                .params(params)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new DuplicateKeyException("the ticket code is taken"));
    }

    /** @return false when the row is not at the version before any more */
    boolean update(long id, TicketState state, HistoryEvent event) {
        Map<String, @Nullable Object> params = params(state);
        params.put("floor", floor(state, event));
        params.put("id", id);
        return jdbc.sql("""
                                update ticket set version = :version, status = :status, category = :category,
                                    unit = :unit, assignee = :assignee, outcome = :outcome, due_at = :due,
                                    legal_basis = :finished, basis = :basis::jsonb, changed_at = :changed, spoken = :spoken,
                                    first_reply_at = :firstReply, closed_at = :closed, confirmed_at = :confirmed,
                                    rating = :rating, reopened = :reopened, floor = coalesce(cast(:floor as boolean), floor),
                                    withheld = withheld or visibility = 'CONFIDENTIAL' or %s or %s
                                where id = :id and version = :version - 1""".formatted(
                                TrustedReaders.confidential("category"), TrustedReaders.confidential(":category")))
                        .params(params)
                        .update()
                == 1;
    }

    /** What a node of the version before reads; this one asks the conversation. Empty: as it was. */
    private static @Nullable Boolean floor(TicketState after, HistoryEvent event) {
        return switch (event) {
            case HistoryEvent.Replied _ -> after.status().active() ? true : null;
            case HistoryEvent.FloorReturned _, HistoryEvent.Closed _, HistoryEvent.SolvedConfirmed _ -> false;
            case HistoryEvent.Opened _,
                    HistoryEvent.InformationAdded _,
                    HistoryEvent.InformationEdited _,
                    HistoryEvent.Noted _,
                    HistoryEvent.NumbersSeen _,
                    HistoryEvent.OpenedByBreakGlass _,
                    HistoryEvent.Assigned _,
                    HistoryEvent.Moved _,
                    HistoryEvent.SolvedDenied _,
                    HistoryEvent.Reopened _,
                    HistoryEvent.Rated _,
                    HistoryEvent.Continued _,
                    HistoryEvent.Alarmed _ -> null;
        };
    }

    Optional<Row> find(TicketCode code) {
        return jdbc.sql(SELECT + "where t.code = ?")
                .param(code.digits())
                .query(TicketStore::row)
                .optional();
    }

    /** The row, held until the transaction ends. */
    Optional<Row> lock(TicketCode code) {
        return jdbc.sql(SELECT + "where t.code = ? for update of t")
                .param(code.digits())
                .query(TicketStore::row)
                .optional();
    }

    /** A conversation's tickets, newest first. */
    List<Row> of(long conversation) {
        return jdbc.sql(SELECT + "where t.conversation = ? order by t.id desc")
                .param(conversation)
                .query(TicketStore::row)
                .list();
    }

    /** Tickets that are worked and belong to an agent. */
    List<Row> assignedTo(String login) {
        return jdbc.sql(SELECT + """
                        where t.assignee = ? and t.status in ('NEW', 'OPEN', 'WAITING_ON_CITIZEN') order by t.id""").param(login).query(TicketStore::row).list();
    }

    private static Map<String, @Nullable Object> params(TicketState state) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("version", state.version());
        params.put("status", state.status().name());
        params.put("category", state.category());
        params.put("unit", state.unit());
        params.put("assignee", state.assignee().orElse(null));
        params.put("outcome", state.outcome().map(Outcome::name).orElse(null));
        params.put("due", state.due().map(TicketStore::utc).orElse(null));
        params.put("finished", state.legalBasis() instanceof LegalBasis.Finished finished ? finished.text() : "");
        params.put("basis", basis(state.legalBasis()));
        params.put("changed", utc(state.changed()));
        params.put("spoken", state.spoken());
        params.put("firstReply", state.firstReply().map(TicketStore::utc).orElse(null));
        params.put("closed", state.closed().map(TicketStore::utc).orElse(null));
        params.put("confirmed", state.confirmed().map(TicketStore::utc).orElse(null));
        params.put("rating", state.rating().map(Rating::score).orElse(null));
        params.put("reopened", state.reopened());
        return params;
    }

    static Row row(ResultSet row, int number) throws SQLException {
        TicketState state = state(row);
        Ticket ticket = state.ticket(
                new TicketCode(row.getString("code")),
                report(row),
                instant(row, "opened_at").orElseThrow(),
                ZoneId.of(row.getString("zone")));
        return new Row(
                row.getLong("id"),
                ticket,
                state,
                Optional.ofNullable(row.getString("phone")),
                row.getBoolean("confidential"));
    }

    private static Ticket.Report report(ResultSet row) throws SQLException {
        return new Ticket.Report(
                TicketType.valueOf(row.getString("type")),
                row.getString("subject"),
                row.getString("description"),
                Optional.ofNullable(row.getString("place")),
                Optional.ofNullable(row.getString("name")),
                Visibility.valueOf(row.getString("visibility")),
                row.getBoolean("contact_consent"),
                Optional.ofNullable(row.getObject("conversation", Long.class)),
                row.getString("channel"),
                Locale.forLanguageTag(row.getString("language")),
                danger(row));
    }

    /** A node of the version before names no kind. */
    private static Optional<Danger> danger(ResultSet row) throws SQLException {
        String kind = row.getString("danger");
        return row.getBoolean("urgent")
                ? Optional.of(kind == null ? Danger.OTHER : Danger.valueOf(kind))
                : Optional.empty();
    }

    private static TicketState state(ResultSet row) throws SQLException {
        return new TicketState(
                row.getLong("version"),
                TicketStatus.valueOf(row.getString("status")),
                row.getString("category"),
                row.getString("unit"),
                Optional.ofNullable(row.getString("assignee")),
                Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf),
                instant(row, "due_at"),
                basis(row),
                instant(row, "changed_at").orElseThrow(),
                row.getLong("spoken"),
                instant(row, "first_reply_at"),
                instant(row, "closed_at"),
                instant(row, "confirmed_at"),
                Optional.ofNullable(row.getObject("rating", Integer.class)).map(Rating::new),
                row.getInt("reopened"));
    }

    /** A node of the version before writes the finished sentence alone, and leaves a key behind that holds no more. */
    private static LegalBasis basis(ResultSet row) throws SQLException {
        String finished = row.getString("legal_basis");
        String basis = row.getString("basis");
        return finished.isEmpty() && basis != null
                ? JSON.readValue(basis, LegalBasis.class)
                : new LegalBasis.Finished(finished);
    }

    private static @Nullable String basis(LegalBasis basis) {
        return switch (basis) {
            case LegalBasis.Finished finished -> null;
            case LegalBasis.ServicePromise _, LegalBasis.EmergencyClock _ ->
                JSON.writerFor(LegalBasis.class).writeValueAsString(basis);
        };
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
