package id.pendopo.config.secrets;

import id.pendopo.channels.gateway.accounts.SettingsCipher;
import org.springframework.stereotype.Component;

/** The encryption of channel accounts' settings with the master key. */
@Component
class AccountSettingsCipher implements SettingsCipher {

    private final Encryption encryption;

    AccountSettingsCipher(Encryption encryption) {
        this.encryption = encryption;
    }

    @Override
    public byte[] seal(byte[] clear, String row) {
        return encryption.encrypt(clear, row);
    }

    @Override
    public byte[] open(byte[] sealed, String row) {
        try {
            return encryption.decrypt(sealed, row);
        } catch (Encryption.Undecipherable otherKey) {
            throw new Unreadable(otherKey);
        }
    }
}
