package id.pendopo.channels.gateway.accounts;

/** Encryption of stored account settings, by whoever holds the installation's key. */
public interface SettingsCipher {

    /** @param row names what it belongs to: copied to another row it cannot be read */
    byte[] seal(byte[] clear, String row);

    /** @throws Unreadable no key that is known here opens it */
    byte[] open(byte[] sealed, String row);

    /** The settings were encrypted with another key: restore the key, or type the settings anew. */
    final class Unreadable extends RuntimeException {

        public Unreadable(Throwable cause) {
            super("no known key opens the settings", cause);
        }
    }
}
