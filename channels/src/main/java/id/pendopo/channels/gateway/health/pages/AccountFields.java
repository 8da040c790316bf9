package id.pendopo.channels.gateway.health.pages;

import id.pendopo.channels.gateway.accounts.AccountDesk;
import id.pendopo.channels.gateway.accounts.AccountField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The view model of a kind's settings: a field each, with its label. */
@Component
class AccountFields {

    private static final String LABEL = "accounts.field.";
    private static final String HINT = "accounts.hint.";

    private final AccountDesk accounts;
    private final MessageSource messages;

    AccountFields(AccountDesk accounts, MessageSource messages) {
        this.accounts = accounts;
        this.messages = messages;
    }

    /**
     * A field.
     *
     * @param input its name in the form
     * @param hint empty where the label says enough
     * @param kept whether a secret is stored
     * @param fault what is wrong with it; empty when nothing is
     */
    record Field(
            AccountField setting, String input, String label, String hint, String value, boolean kept, String fault) {}

    /**
     * The fields of a kind.
     *
     * @param values by path
     * @param kept the paths of secrets that are stored
     * @param faults texts by path
     */
    List<Field> of(
            String kind, Map<String, String> values, List<String> kept, Map<String, String> faults, Locale language) {
        return accounts.fields(kind).stream()
                .map(setting -> new Field(
                        setting,
                        ChannelsPage.INPUT + setting.path(),
                        label(setting.path(), language),
                        hint(setting, language),
                        values.getOrDefault(setting.path(), ""),
                        kept.contains(setting.path()),
                        faults.getOrDefault(setting.path(), "")))
                .toList();
    }

    /** Whole paths are looked for first; a name that several kinds have has one label. */
    private String label(String path, Locale language) {
        String last = path.substring(path.lastIndexOf('.') + 1);
        return found(LABEL + path, language, found(LABEL + last, language, path));
    }

    private String hint(AccountField setting, Locale language) {
        String last = setting.path().substring(setting.path().lastIndexOf('.') + 1);
        return found(HINT + setting.path(), language, found(HINT + last, language, ""));
    }

    private String found(String key, Locale language, String otherwise) {
        return String.valueOf(messages.getMessage(key, null, otherwise, language));
    }
}
