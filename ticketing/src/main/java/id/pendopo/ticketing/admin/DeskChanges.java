package id.pendopo.ticketing.admin;

import id.pendopo.ticketing.Names;
import id.pendopo.ticketing.calendar.Holiday;
import id.pendopo.ticketing.organisation.Catalogue;
import id.pendopo.ui.ChangeLog;
import id.pendopo.ui.ChangeLog.Change;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The audited changes of the desk's calendar, names and rota: each is made and written down in one transaction. */
@Component
class DeskChanges {

    static final String HOLIDAY = "ticketing.change.holiday";
    static final String DUTY = "ticketing.change.duty";

    private static final String NAME = "ticketing.admin.desk.name";
    private static final String YES = "ticketing.change.yes";

    private final ObjectProvider<ChangeLog> log;
    private final TransactionOperations transactions;
    private final Catalogue catalogue;

    DeskChanges(ObjectProvider<ChangeLog> log, TransactionOperations transactions, Catalogue catalogue) {
        this.log = log;
        this.transactions = transactions;
        this.catalogue = catalogue;
    }

    /** Makes a change; where a log is kept, it is on record exactly when it was made. This node shows it at once. */
    void make(Change change, Runnable step) {
        transactions.executeWithoutResult(_ -> {
            step.run();
            if (!change.before().equals(change.after())) {
                log.ifAvailable(record -> record.record(change));
            }
        });
        catalogue.refresh();
    }

    static Map<String, String> values(Names names) {
        return Map.of(
                NAME,
                names.texts().entrySet().stream()
                        .map(text -> text.getKey() + ": " + text.getValue())
                        .collect(Collectors.joining(" · ")));
    }

    static Map<String, String> values(Holiday holiday) {
        Map<String, String> values = new TreeMap<>(values(holiday.names()));
        values.put("ticketing.admin.desk.source", holiday.source());
        if (holiday.jointLeave()) {
            values.put("ticketing.admin.desk.joint", YES);
        }
        if (holiday.provisional()) {
            values.put("ticketing.admin.desk.provisional", YES);
        }
        return values;
    }

    /** The number is told apart from another by its end. */
    static Map<String, String> values(DutySection.Line person) {
        Map<String, String> values = new TreeMap<>(Map.of(
                "ticketing.admin.duty.phone",
                        "…" + person.phone().substring(person.phone().length() - 3),
                "ticketing.admin.duty.by", person.by(),
                "ticketing.admin.duty.dangers", person.dangers(),
                "ticketing.admin.duty.hours", person.hours()));
        if (person.backup()) {
            values.put("ticketing.admin.duty.backup", YES);
        }
        if (!person.account().isEmpty()) {
            values.put("ticketing.admin.duty.account", person.account());
        }
        return values;
    }
}
