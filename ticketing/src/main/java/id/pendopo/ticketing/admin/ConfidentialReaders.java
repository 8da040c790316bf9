package id.pendopo.ticketing.admin;

import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.Visibility;
import id.pendopo.ticketing.labels.TicketLabels;
import id.pendopo.ticketing.lifecycle.Clearances;
import id.pendopo.ticketing.organisation.CategoryRecords.Entry;
import id.pendopo.ticketing.organisation.TrustedReaders;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says in the list of categories who reads the confidential cases of each. */
@Component
class ConfidentialReaders {

    private final TrustedReaders trusted;
    private final Clearances clearances;
    private final Agents agents;
    private final TicketLabels labels;

    ConfidentialReaders(TrustedReaders trusted, Clearances clearances, Agents agents, TicketLabels labels) {
        this.trusted = trusted;
        this.clearances = clearances;
        this.agents = agents;
        this.labels = labels;
    }

    /** Whether each case of this category is confidential. */
    boolean always(Entry entry) {
        return trusted.of(entry.category().key()).whistleBlower() || entry.visibility() == Visibility.CONFIDENTIAL;
    }

    /** Their names, for a page. */
    String names(Category category, Locale language) {
        Set<String> readers = clearances.readers(category.key(), category.unit());
        return readers.isEmpty()
                ? labels.say(language, "desk.confidential.none")
                : readers.stream()
                        .map(login -> agents.find(login).map(Agents.Agent::name).orElse(login))
                        .collect(Collectors.joining(", "));
    }
}
