package id.pendopo.conversation.turn;

import id.pendopo.channels.Attachment;
import id.pendopo.channels.MessageErasure;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.forms.Draft;
import id.pendopo.conversation.store.AnonymousFiles;
import id.pendopo.conversation.store.ConversationRow;
import id.pendopo.conversation.store.TicketTurns;
import id.pendopo.ticketing.NewTicket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Separates anonymous reports from whoever told them: within the turn that opens one, or that names its receipt, the
 * words are erased wherever they stand beside an address, and the files go to the report.
 */
@Component
class AnonymousReports {

    /** Characters: shorter passages are said by many. */
    private static final int TELLING = 8;

    private final MessageErasure erasure;
    private final TicketTurns turns;
    private final AnonymousFiles files;

    AnonymousReports(MessageErasure erasure, TicketTurns turns, AnonymousFiles files) {
        this.erasure = erasure;
        this.turns = turns;
        this.files = files;
    }

    /** After the turn's rows are stored, of a turn that is about an anonymous report. */
    void separate(Decision decision, Facts facts, ConversationRow before, Instant now) {
        decision.anonymous(facts).ifPresent(code -> {
            Optional<NewTicket> report = decision.openedWithoutAName();
            List<Attachment> came = new ArrayList<>();
            if (report.isPresent()) {
                came.addAll(elsewhere(before, report.get()));
            }
            Set<Long> told = report.isPresent() ? told(before) : Set.of(before.next());
            came.addAll(erasure.erase(new MessageErasure.Words(
                    before.conversation().id(),
                    told,
                    before.next(),
                    report.map(AnonymousReports::passages).orElse(List.of()))));
            files.add(code, came, now);
        });
    }

    private Set<Long> told(ConversationRow before) {
        long first = before.conversation()
                .state()
                .draft()
                .map(Draft::origin)
                .flatMap(origin -> turns.since(before.conversation().id(), origin.begun()))
                .orElse(before.next());
        Set<Long> told = new HashSet<>(turns.ofNoTicket(before.conversation().id(), first));
        told.add(before.next());
        return told;
    }

    /** What was told on another line, before the report went on here. */
    private List<Attachment> elsewhere(ConversationRow before, NewTicket report) {
        return before.conversation().state().draft().map(Draft::origin).stream()
                .flatMap(origin -> origin.elsewhere().stream()
                        .flatMap(there -> turns.since(there, origin.begun()).stream()
                                .map(first -> turns.ofNoTicket(there, first))
                                .map(told -> new MessageErasure.Words(there, told, 0, passages(report)))))
                .flatMap(words -> erasure.erase(words).stream())
                .toList();
    }

    private static List<String> passages(NewTicket report) {
        return Stream.concat(report.description().lines(), report.place().stream())
                .map(passage -> passage.strip().toLowerCase(Locale.ROOT))
                .filter(passage -> passage.length() >= TELLING)
                .toList();
    }
}
