package id.pendopo.ticketing.desk;

import id.pendopo.ticketing.labels.TicketLabels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.web.util.UriUtils;

/**
 * The view model of a ticket queue, the left half of the desk, ready to show.
 *
 * @param view the key of the open view
 * @param search what is searched, empty when nothing is
 * @param alarms emergencies that nobody has taken; they stand above every view
 * @param more where the next page begins
 */
record DeskList(
        String view, String search, List<ViewTab> views, List<AlarmRow> alarms, List<Row> rows, Optional<String> more) {

    /** What every address of the desk ends in, so that the list stays: {@code ?view=mine&q=lampu}. */
    public String suffix() {
        return "?view=" + view + (search.isEmpty() ? "" : "&q=" + UriUtils.encode(search, StandardCharsets.UTF_8));
    }

    /** How many of them make a sound. */
    public long ringing() {
        return alarms.stream().filter(AlarmRow::loud).count();
    }

    /**
     * An emergency above the list.
     *
     * @param danger of what, in words
     * @param standing how far its alarm is, in words
     * @param loud whether it makes a sound
     */
    record AlarmRow(Row row, String danger, String standing, boolean loud) {}

    record ViewTab(String key, int count, boolean current) {}

    /**
     * One ticket of the list.
     *
     * @param citizen masked
     * @param age since the last change
     * @param confidential whether only those read it who need to know
     * @param opened whether somebody else opened it by break-glass of late
     */
    record Row(
            String code,
            String grouped,
            String subject,
            TicketLabels.Chip clock,
            String channel,
            String icon,
            String citizen,
            String assignee,
            String age,
            boolean unread,
            boolean confidential,
            boolean opened) {

        @Override
        public String toString() {
            return "Row[" + code + "]";
        }
    }
}
