package id.pendopo.channels;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The channel accounts: the configured lines, for those who must know what a line can do without knowing its provider.
 */
public interface ChannelAccounts {

    /** Every line that is switched on, by name. */
    List<ChannelAccount> all();

    Optional<ChannelAccount> find(String account);

    /** Lines that stand in the configuration but were not switched on, because a secret is missing. */
    List<Incomplete> incomplete();

    /** What the kinds of lines can do, switched on or not. */
    Kinds kinds();

    /**
     * What a text costs on a line, before it is sent.
     *
     * @return empty when the account is unknown
     */
    Optional<Meter> meter(String account, String text);

    /**
     * Where a person can be written to: at the same address, unless the line is only heard.
     *
     * @return empty when only a call reaches the person, or the account is unknown
     */
    default Optional<Address> written(Address person) {
        return Optional.of(person);
    }

    /**
     * What a line can say at once of a reply, and what it keeps until the citizen asks for more. Where something is
     * kept, {@code now} already ends in the words that tell the citizen how to ask.
     *
     * @param language of those words
     */
    default Page page(String account, Locale language, List<Block> blocks) {
        return new Page(blocks, List.of());
    }

    /** How many messages a whole reply is paid for as; always 1 on lines that are free. */
    default int segments(String account, Locale language, List<Block> blocks) {
        return 1;
    }

    /**
     * A reply as far as a line carries it.
     *
     * @param rest given to {@link #page} again when the citizen asks for more; empty when everything was said
     */
    record Page(List<Block> now, List<Block> rest) {
        public Page {
            now = List.copyOf(now);
            rest = List.copyOf(rest);
        }
    }

    /**
     * A text measured for a line.
     *
     * @param used characters as the line counts them
     * @param fits characters that fit the same number of segments; for a line without segments, its limit
     * @param segments how many messages are paid for, from 0; always 1 on lines that are free
     * @param forces the characters that make an SMS twice as dear (not GSM-7); empty otherwise
     */
    record Meter(String kind, int used, int fits, int segments, int maxSegments, String forces) {

        /** A text on a line that is free and counts characters. */
        public static Meter of(Capabilities line, String text) {
            return new Meter(line.kind(), text.codePointCount(0, text.length()), line.longestMessage(), 1, 1, "");
        }
    }

    /** The reply windows of lines: how a message to somebody who may have been silent for long would go out now. */
    interface ReplyWindows {

        /** Empty on a line without a window, and where nobody knows when the person last wrote. */
        Optional<Outlook> outlook(OutboundMessage message);

        /**
         * How a message would go out.
         *
         * @param until when the author's free words stop, or stopped, to reach the person
         * @param template by which it would go now
         * @param elsewhere the person's address on another line, by which it would go now
         * @param refusal why it would not go now, as {@link DeliveryReasons} takes it
         */
        record Outlook(
                Instant until, Optional<Template> template, Optional<Address> elsewhere, Optional<String> refusal) {

            /** Whether it would go as it is. */
            public boolean free() {
                return template.isEmpty() && elsewhere.isEmpty() && refusal.isEmpty();
            }

            /** A template's name with the whole text that the person would read. */
            public record Template(String name, String text) {

                @Override
                public String toString() {
                    return "Template[" + name + "]";
                }
            }
        }
    }

    /**
     * A line that could not be switched on.
     *
     * @param missing the properties to set, in full: {@code pendopo.channels.accounts.smsmain.auth-token}
     */
    record Incomplete(String account, String kind, List<String> missing) {}

    /** The kinds of channels that come with the software, for a program without a desk; found by the service loader. */
    interface Bundled {

        Kinds kinds();

        /** Those on the class path. */
        static Bundled load() {
            return ServiceLoader.load(Bundled.class, Bundled.class.getClassLoader())
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The registry of channel kinds: which there are, and what each can do. */
    final class Kinds {

        private final Map<String, Capabilities> byKind;

        /** @throws IllegalStateException two speak for one kind */
        public Kinds(Collection<Capabilities> kinds) {
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
}
