package id.pendopo.channels.texting;

import id.pendopo.channels.Address;
import id.pendopo.channels.Capabilities.Family;
import id.pendopo.channels.ChannelAccounts;
import java.util.Optional;

/**
 * The line for text messages by which people of another line are written to.
 *
 * @param chosen the account's name; blank for the first line of text messages
 */
public record TextLine(String chosen) {

    /**
     * The address of somebody whom another line knows by number, which messengers write without its plus.
     *
     * @param chosen the account's name; blank for none
     * @return empty when none is chosen or it is no line for text messages, and for a number that takes none
     */
    public static Optional<Address> fallback(String chosen, Address person, ChannelAccounts lines) {
        String number = person.value().matches("\\d{7,20}") ? "+" + person.value() : person.value();
        return lines.find(chosen)
                .filter(line -> lines.kinds().of(line.kind()).family().paid())
                .flatMap(_ -> new TextLine(chosen).of(new Address(person.account(), number), lines));
    }

    /** The person's address there; empty without such a line, and for a number that takes no text messages. */
    public Optional<Address> of(Address person, ChannelAccounts lines) {
        return lines.all().stream()
                .filter(line -> chosen.isBlank()
                        ? lines.kinds().of(line.kind()).family() == Family.SEGMENTED
                        : line.name().equals(chosen))
                .findFirst()
                .filter(_ -> TelephoneNumber.takesTexts(person.value()))
                .map(line -> new Address(line.name(), person.value()));
    }
}
