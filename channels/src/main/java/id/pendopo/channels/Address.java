package id.pendopo.channels;

/**
 * Where one person can be reached on one account: a phone number, a chat session, a user id of a messenger.
 *
 * @param account the account's name, {@code [a-z0-9]{1,32}}
 * @param value the provider's identity, opaque; a phone number is E.164; one that is longer than any provider's is known by
 *     its hash and cannot be sent to
 */
public record Address(String account, String value) {

    public Address {
        if (account.isBlank() || value.isBlank()) {
            throw new IllegalArgumentException("an address needs an account and a value");
        }
        value = ExternalName.of(value);
    }

    /** The value with all but its first and last characters hidden, for people who need not know it. */
    public String masked() {
        return value.length() <= 6 ? "***" : value.substring(0, 3) + "***" + value.substring(value.length() - 2);
    }

    @Override
    public String toString() {
        return account + ":" + masked();
    }
}
