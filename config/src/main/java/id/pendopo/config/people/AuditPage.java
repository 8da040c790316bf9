package id.pendopo.config.people;

import id.pendopo.config.audit.StoredChanges;
import id.pendopo.ui.ChangeLog.Change;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The administration's page of the audit log, newest first. */
@Controller
class AuditPage {

    private static final int PAGE = 50;

    private final StoredChanges changes;
    private final Choices choices;
    private final MessageSource messages;

    AuditPage(StoredChanges changes, Choices choices, MessageSource messages) {
        this.changes = changes;
        this.choices = choices;
        this.messages = messages;
    }

    /** A change as it is read. */
    record Line(long id, String at, String actor, String kind, String subject, List<Field> fields) {}

    /** A field that changed; nothing before: it is new, nothing after: it is gone. */
    record Field(String label, String before, String after) {}

    @GetMapping("/admin/audit")
    @PreAuthorize("hasAuthority('admin')")
    String show(@RequestParam Optional<Long> before, Model model, Locale language) {
        List<StoredChanges.Entry> found = changes.page(before.orElse(Long.MAX_VALUE), PAGE + 1);
        List<StoredChanges.Entry> shown = found.subList(0, Math.min(found.size(), PAGE));
        model.addAttribute("title", choices.say("config.audit.title", language));
        model.addAttribute(
                "changes", shown.stream().map(one -> line(one, language)).toList());
        model.addAttribute("older", found.size() > PAGE ? shown.getLast().id() : 0L);
        model.addAttribute("first", before.isEmpty());
        return "config/audit";
    }

    private Line line(StoredChanges.Entry entry, Locale language) {
        Change change = entry.change();
        return new Line(
                entry.id(),
                choices.time(entry.at(), language),
                change.actor(),
                words(change.kind(), language),
                change.subject(),
                fields(change, language));
    }

    private List<Field> fields(Change change, Locale language) {
        Set<String> names = new TreeSet<>(change.before().keySet());
        names.addAll(change.after().keySet());
        return names.stream()
                .map(name -> new Field(
                        words(name, language),
                        value(change.before().getOrDefault(name, ""), name, language),
                        value(change.after().getOrDefault(name, ""), name, language)))
                .filter(field -> !field.before().equals(field.after()))
                .toList();
    }

    /** A value may be a message key itself; roles and scopes are named by their keys. */
    private String value(String value, String field, Locale language) {
        return switch (field) {
            case "config.people.roles" ->
                String.join(
                        ", ",
                        List.of(value.split(",")).stream()
                                .map(role -> words("config.role." + role, language, role))
                                .toList());
            case "config.people.scope" -> words("config.scope." + value, language, value);
            default -> words(value, language);
        };
    }

    private String words(String key, Locale language) {
        return words(key, language, key);
    }

    private String words(String key, Locale language, String otherwise) {
        return key.isEmpty()
                ? ""
                : Optional.ofNullable(messages.getMessage(key, null, otherwise, language))
                        .orElse(otherwise);
    }
}
