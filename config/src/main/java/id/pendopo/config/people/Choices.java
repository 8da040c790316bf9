package id.pendopo.config.people;

import id.pendopo.config.security.AccessRefused;
import id.pendopo.config.security.Grant;
import id.pendopo.config.security.Role;
import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.Agents.Scope;
import id.pendopo.ticketing.Names;
import id.pendopo.ui.DateLabels;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The labels and the options of forms about grants: roles, units, scopes. */
@Component
class Choices {

    private final Agents agents;
    private final MessageSource messages;
    private final Clock clock;

    Choices(Agents agents, MessageSource messages, Clock clock) {
        this.agents = agents;
        this.messages = messages;
        this.clock = clock;
    }

    /** One box to tick, or one line of a list. */
    record Option(String key, String label, boolean chosen) {}

    /** What is wrong with a form: the field and the sentence. */
    record Fault(String field, String text) {}

    /** The form with its options, and what is wrong with it. */
    void into(Model model, GrantForm form, Optional<AccessRefused> refused, Stream<Scope> scopes, Locale language) {
        model.addAttribute("form", form);
        model.addAttribute("roles", roles(form));
        model.addAttribute("units", units(form, language));
        model.addAttribute(
                "scopes",
                scopes.map(one -> new Option(
                                one.key(), scope(one, language), one.key().equals(form.scope())))
                        .toList());
        model.addAttribute(
                "fault",
                refused.map(why ->
                                new Fault(why.reason().field(), say(why.reason().key(), language)))
                        .orElse(new Fault("", "")));
    }

    private static List<Role> all() {
        return List.of(Role.values());
    }

    private List<Option> roles(GrantForm form) {
        return all().stream()
                .map(role -> new Option(
                        role.key(), "config.role." + role.key(), form.roles().contains(role.key())))
                .toList();
    }

    /** A unit that is switched off is offered to nobody new. */
    private List<Option> units(GrantForm form, Locale language) {
        Set<String> active = agents.activeUnits();
        return agents.units().entrySet().stream()
                .filter(unit -> active.contains(unit.getKey()) || unit.getKey().equals(form.unit()))
                .map(unit -> new Option(
                        unit.getKey(),
                        unit.getValue().in(language),
                        unit.getKey().equals(form.unit())))
                .toList();
    }

    /** {@code Petugas, Penyunting} */
    String roles(Grant grant, Locale language) {
        return grant.roles().all().stream()
                .map(role -> say("config.role." + role.key(), language))
                .collect(Collectors.joining(", "));
    }

    String unit(Grant grant, Locale language) {
        return grant.unit()
                .map(key -> Optional.ofNullable(agents.units().get(key))
                        .map((Names names) -> names.in(language))
                        .orElse(key))
                .orElseGet(() -> say("config.people.unit.none", language));
    }

    String scope(Scope scope, Locale language) {
        return say("config.scope." + scope.key(), language);
    }

    /** {@code 1 Desember 2026, 14.30 WIB}, on the desk's clock. */
    String time(Instant at, Locale language) {
        return DateLabels.dateAndTime(at.atZone(clock.getZone()), language);
    }

    String say(String key, Locale language, Object... args) {
        return messages.getMessage(key, args, language);
    }

    static Stream<Scope> ofPeople() {
        return Arrays.stream(Scope.values());
    }

    /** Programs are assigned nothing, so that their own tickets are none. */
    static Stream<Scope> ofPrograms() {
        return ofPeople().filter(scope -> scope != Scope.OWN);
    }
}
