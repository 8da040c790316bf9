package id.pendopo.channels.gateway.accounts;

import id.pendopo.channels.AccountSettings;
import id.pendopo.channels.adapter.Secret;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A setting of a kind of account, as a form asks for it; read from the components of the kind's record.
 *
 * @param path the property below the account: {@code imap.host}
 * @param secret whether it is typed in and never shown
 * @param standard what counts while nothing is typed
 * @param choices what it can be, where that is a closed set
 */
public record AccountField(String path, Shape shape, boolean secret, String standard, List<String> choices) {

    /** How a value is typed. */
    public enum Shape {
        LINE,
        CHOICE,
        /** One value on each line. */
        LIST,
        /** {@code name: value} on each line. */
        MAP
    }

    public AccountField {
        choices = List.copyOf(choices);
    }

    /** In the order in which the kind's record has them. */
    public static List<AccountField> of(Class<? extends AccountSettings> settings) {
        return below(settings, "");
    }

    private static List<AccountField> below(Class<?> type, String prefix) {
        List<AccountField> fields = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String path = prefix + kebab(component.getName());
            if (component.getType().isRecord()) {
                fields.addAll(below(component.getType(), path + "."));
            } else {
                fields.add(field(component, path));
            }
        }
        return fields;
    }

    private static AccountField field(RecordComponent component, String path) {
        Class<?> type = component.getType();
        Shape shape = Map.class.isAssignableFrom(type)
                ? Shape.MAP
                : List.class.isAssignableFrom(type)
                        ? Shape.LIST
                        : type.isEnum() || type == boolean.class ? Shape.CHOICE : Shape.LINE;
        return new AccountField(
                path, shape, component.isAnnotationPresent(Secret.class), standard(component), choices(type));
    }

    private static List<String> choices(Class<?> type) {
        if (type == boolean.class) {
            return List.of("true", "false");
        }
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(one -> ((Enum<?>) one).name().toLowerCase(Locale.ROOT))
                        .toList()
                : List.of();
    }

    /** The annotation is one of the constructor's parameter, in the same order. */
    private static String standard(RecordComponent component) {
        Class<?> owner = component.getDeclaringRecord();
        List<RecordComponent> all = List.of(owner.getRecordComponents());
        int place = all.stream().map(RecordComponent::getName).toList().indexOf(component.getName());
        return Arrays.stream(owner.getDeclaredConstructors())
                .filter(made -> made.getParameterCount() == all.size())
                .flatMap(made -> Arrays.stream(made.getParameterAnnotations()[place]))
                .filter(DefaultValue.class::isInstance)
                .map(given -> String.join(" ", ((DefaultValue) given).value()))
                .findFirst()
                .orElse("");
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
