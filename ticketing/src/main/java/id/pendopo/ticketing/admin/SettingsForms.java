package id.pendopo.ticketing.admin;

import id.pendopo.ticketing.labels.TicketLabels;
import id.pendopo.ticketing.settings.SettingsRefused;
import id.pendopo.ticketing.settings.SettingsRefused.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** What the forms of units and of categories do alike: say what is wrong, and lead back to the list. */
@Component
class SettingsForms {

    private final TicketLabels labels;

    SettingsForms(TicketLabels labels) {
        this.labels = labels;
    }

    /** A field that is wrong, with the sentence that says what to do. */
    record Wrong(String field, String text) {}

    /** The version that a form was made of; none ever has the one of a form without it. */
    static int seen(Map<String, String> form) {
        String version = form.getOrDefault("version", "");
        return version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1;
    }

    /** A form that was not refused. */
    ModelAndView fresh(ModelAndView form) {
        return form.addObject("wrong", List.<Wrong>of()).addObject("stale", false);
    }

    /** The form once more, as it was typed, with what is wrong. */
    ModelAndView refused(ModelAndView form, SettingsRefused refused, Locale language) {
        form.addObject("stale", refused.kind() == Kind.STALE)
                .addObject(
                        "wrong",
                        refused.faults().stream()
                                .map(fault -> new Wrong(
                                        fault.field(),
                                        labels.say(
                                                language,
                                                fault.key(),
                                                fault.arguments().toArray())))
                                .toList())
                .setStatus(status(refused));
        return form;
    }

    private static HttpStatusCode status(SettingsRefused refused) {
        return switch (refused.kind()) {
            case ABSENT -> HttpStatus.NOT_FOUND;
            case TAKEN, STALE, IN_USE -> HttpStatus.CONFLICT;
            case WRONG -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    static ModelAndView saved(String list, String key) {
        RedirectView redirect = new RedirectView(list + "?saved=" + key, true, false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
