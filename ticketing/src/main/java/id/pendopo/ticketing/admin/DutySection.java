package id.pendopo.ticketing.admin;

import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.Alarms;
import id.pendopo.ticketing.Ticket.Danger;
import id.pendopo.ticketing.alarm.DutyPerson;
import id.pendopo.ticketing.alarm.DutyRoster;
import id.pendopo.ticketing.labels.TicketLabels;
import id.pendopo.ticketing.organisation.Catalogue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The view model of the page of the on-call rota. */
@Component
class DutySection {

    private final DutyRoster roster;
    private final Alarms alarms;
    private final Agents agents;
    private final Catalogue catalogue;
    private final TicketLabels labels;

    DutySection(DutyRoster roster, Alarms alarms, Agents agents, Catalogue catalogue, TicketLabels labels) {
        this.roster = roster;
        this.alarms = alarms;
        this.agents = agents;
        this.catalogue = catalogue;
        this.labels = labels;
    }

    record Line(
            long id,
            String name,
            String phone,
            String by,
            String dangers,
            String hours,
            boolean backup,
            String account) {}

    record DangerBox(String key, String label, boolean checked) {}

    /** The time zones of the units, the first for whoever chooses none. */
    List<String> zones() {
        return catalogue.units().stream()
                .map(unit -> unit.zone().getId())
                .distinct()
                .toList();
    }

    /** The names of those who work tickets, by their log-in names. */
    Map<String, String> accounts() {
        Map<String, String> names = new LinkedHashMap<>();
        agents.all().forEach(agent -> names.put(agent.login(), agent.name()));
        return names;
    }

    /** @param errors the fields of the form that are wrong */
    ModelAndView page(DutyForm typed, List<String> errors, Locale language) {
        return new ModelAndView("ticketing/duty")
                .addObject("title", labels.say(language, "admin.duty"))
                .addObject(
                        "duty",
                        roster.all().stream().map(one -> line(one, language)).toList())
                .addObject("onDuty", typed)
                .addObject("zones", zones())
                .addObject("accounts", accounts())
                .addObject("dangers", boxes(typed, language))
                .addObject("dutyWarning", warning(language))
                .addObject(
                        "dutyErrors",
                        errors.stream()
                                .map(field -> labels.say(language, "admin.duty.error." + field))
                                .toList());
    }

    /** For what nobody would be rung at this moment; empty when somebody would for everything. */
    String warning(Locale language) {
        List<Danger> missing = alarms.unstaffed();
        if (missing.size() == Danger.values().length) {
            return labels.say(language, "admin.duty.nobody");
        }
        return missing.isEmpty()
                ? ""
                : labels.say(
                        language,
                        "admin.duty.missing",
                        missing.stream()
                                .map(danger -> labels.say(language, "danger." + danger))
                                .collect(Collectors.joining(", ")));
    }

    private List<DangerBox> boxes(DutyForm typed, Locale language) {
        return Arrays.stream(Danger.values())
                .filter(danger -> danger != Danger.OTHER)
                .map(danger -> new DangerBox(
                        danger.name(),
                        labels.say(language, "danger." + danger),
                        typed.dangers().contains(danger)))
                .toList();
    }

    Line line(DutyPerson person, Locale language) {
        String by = person.by().stream()
                .sorted()
                .map(means -> labels.say(language, "desk.event.alarm.by." + means))
                .collect(Collectors.joining(", "));
        String dangers = person.dangers().stream()
                .sorted()
                .map(danger -> labels.say(language, "danger." + danger))
                .collect(Collectors.joining(", "));
        return new Line(
                person.id(),
                person.name(),
                person.phone(),
                by,
                dangers.isEmpty() ? labels.say(language, "admin.duty.all") : dangers,
                person.hours()
                        .map(times -> times.starts() + "–" + times.ends() + " " + person.zone())
                        .orElseGet(() -> labels.say(language, "admin.duty.always")),
                person.backup(),
                person.account()
                        .map(login -> accounts().getOrDefault(login, login))
                        .orElse(""));
    }
}
