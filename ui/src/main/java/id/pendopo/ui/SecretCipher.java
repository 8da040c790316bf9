package id.pendopo.ui;

/** Authenticated encryption at rest, by whoever holds the installation's key. Any thread may call. */
public interface SecretCipher {

    /** @param row names what it belongs to, such as {@code second_factor/ani}: copied to another row it cannot be read */
    byte[] encrypt(byte[] clear, String row);

    /** @throws Undecipherable it cannot be read with any key that is known here */
    byte[] decrypt(byte[] sealed, String row);

    /** The text was encrypted with another master key, or for another row: restore the key, or have the secret set up anew. */
    final class Undecipherable extends RuntimeException {

        public Undecipherable() {
            super("no known master key opens it");
        }
    }
}
