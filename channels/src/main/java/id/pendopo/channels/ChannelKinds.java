package id.pendopo.channels;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The registry of channel kinds: which there are, and what each can do. */
public final class ChannelKinds {

    private final Map<String, Capabilities> byKind;

    /** @throws IllegalStateException two speak for one kind */
    public ChannelKinds(Collection<Capabilities> kinds) {
        byKind = kinds.stream().collect(Collectors.toUnmodifiableMap(Capabilities::kind, Function.identity()));
    }

    /** What a kind can do; {@link Capabilities#unknown} of one that nobody speaks for (any more). */
    public Capabilities of(String kind) {
        Capabilities known = byKind.get(kind);
        return known == null ? Capabilities.unknown(kind) : known;
    }

    /** The same for a kind or for what people call one: {@code sms} for the first kind of text messages. */
    public Capabilities named(String kindOrName) {
        return byKind.containsKey(kindOrName)
                ? of(kindOrName)
                : byKind.values().stream()
                        .filter(known -> known.name().equals(kindOrName))
                        .min(Comparator.comparing(Capabilities::kind))
                        .orElseGet(() -> of(kindOrName));
    }
}
