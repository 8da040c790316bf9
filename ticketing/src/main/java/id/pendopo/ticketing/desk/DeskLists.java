package id.pendopo.ticketing.desk;

import id.pendopo.ticketing.Alarms;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.desk.DeskList.AlarmRow;
import id.pendopo.ticketing.desk.DeskList.Row;
import id.pendopo.ticketing.desk.DeskList.ViewTab;
import id.pendopo.ticketing.labels.TicketLabels;
import id.pendopo.ticketing.lifecycle.TicketLists;
import id.pendopo.ticketing.lifecycle.TicketLists.Cursor;
import id.pendopo.ticketing.lifecycle.TicketLists.Item;
import id.pendopo.ticketing.lifecycle.TicketLists.Page;
import id.pendopo.ticketing.lifecycle.TicketLists.View;
import id.pendopo.ticketing.lifecycle.Viewer;
import id.pendopo.ticketing.masking.MaskedTexts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Builds the view model of one agent's queues. */
@Component
class DeskLists {

    private static final int PAGE = 50;

    private final TicketLists lists;
    private final Alarms alarms;
    private final TicketLabels labels;
    private final MaskedTexts masked;

    DeskLists(TicketLists lists, Alarms alarms, TicketLabels labels, MaskedTexts masked) {
        this.masked = masked;
        this.lists = lists;
        this.alarms = alarms;
        this.labels = labels;
    }

    DeskList list(DeskPlace place, Viewer viewer, Locale language) {
        Page page = place.search().isEmpty()
                ? lists.page(place.view(), viewer, place.after(), PAGE)
                : lists.search(place.search(), viewer, place.after(), PAGE);
        return new DeskList(
                place.key(),
                place.search(),
                tabs(place, lists.counts(viewer)),
                alarms(viewer, language),
                page.items().stream().map(item -> row(item, language)).toList(),
                page.next().map(Cursor::toString));
    }

    private List<AlarmRow> alarms(Viewer viewer, Locale language) {
        List<Alarms.Waiting> waiting = alarms.waiting();
        Map<TicketCode, Item> items = lists
                .of(waiting.stream().map(Alarms.Waiting::code).toList(), viewer)
                .stream()
                .collect(Collectors.toMap(item -> item.ticket().code(), Function.identity()));
        return waiting.stream()
                .flatMap(alarm ->
                        Optional.ofNullable(items.get(alarm.code())).stream().map(item -> alarm(alarm, item, language)))
                .toList();
    }

    private AlarmRow alarm(Alarms.Waiting alarm, Item item, Locale language) {
        return new AlarmRow(
                row(item, language),
                labels.danger(item.ticket(), language),
                labels.say(language, "desk.alarm." + alarm.standing()),
                alarm.standing() != Alarms.Standing.SLOW);
    }

    private static List<ViewTab> tabs(DeskPlace place, Map<View, Integer> counts) {
        return Arrays.stream(View.values())
                .map(view -> new ViewTab(
                        DeskPlace.key(view),
                        counts.getOrDefault(view, 0),
                        view == place.view() && place.search().isEmpty()))
                .toList();
    }

    private Row row(Item item, Locale language) {
        Ticket ticket = item.ticket();
        return new Row(
                ticket.code().digits(),
                ticket.code().grouped(),
                masked.of(ticket.subject()),
                labels.clock(ticket, language),
                labels.channel(ticket.channel(), language),
                labels.icon(ticket.channel()),
                labels.citizen(ticket, item.phone(), language),
                item.assigneeName().orElseGet(() -> labels.say(language, "desk.nobody")),
                labels.age(ticket.changed(), language),
                item.unread(),
                item.confidential(),
                item.opened());
    }
}
