package id.pendopo.ticketing.settings;

import java.util.List;

/**
 * A validation error of a setting.
 *
 * @param field which one is wrong, as forms and calls name it
 * @param reason below {@code ticketing.settings.fault.} in the message bundles
 * @param arguments of that message
 */
public record Fault(String field, String reason, List<Object> arguments) {

    public Fault {
        arguments = List.copyOf(arguments);
    }

    static Fault of(String field, String reason, Object... arguments) {
        return new Fault(field, reason, List.of(arguments));
    }

    /** The key of its message. */
    public String key() {
        return "settings.fault." + reason;
    }
}
