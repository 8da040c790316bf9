package id.pendopo.config.security.passkeys;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A browser with one passkey (ES256, no attestation), as far as the desk sees them; it may lie about what a real one does not. */
public final class SoftwareAuthenticator {

    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int NEW_KEY = 0x40;
    private static final HexFormat HEX = HexFormat.of();

    private final JsonMapper json = JsonMapper.builder().build();
    private final String origin;
    private final byte[] id = new byte[32];
    private final KeyPair keys;
    private boolean verifies = true;
    private int counter = 1;

    public SoftwareAuthenticator(String origin) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            this.keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        this.origin = origin;
        new SecureRandom().nextBytes(id);
    }

    private SoftwareAuthenticator(String origin, SoftwareAuthenticator same) {
        this.origin = origin;
        this.keys = same.keys;
        this.counter = same.counter;
        System.arraycopy(same.id, 0, id, 0, id.length);
    }

    /** The same passkey, used on a page of another origin. */
    SoftwareAuthenticator at(String elsewhere) {
        return new SoftwareAuthenticator(elsewhere, this);
    }

    /** An older security key without PIN. */
    public SoftwareAuthenticator withoutVerification() {
        verifies = false;
        return this;
    }

    /** Somebody who knows the passkey's id and not its key. */
    public SoftwareAuthenticator withAnotherSignature() {
        SoftwareAuthenticator forged = new SoftwareAuthenticator(origin);
        System.arraycopy(id, 0, forged.id, 0, id.length);
        return forged;
    }

    /** A copy of the key was used meanwhile. */
    void setCounter(int counter) {
        this.counter = counter;
    }

    public String key() {
        return text(id);
    }

    /** {@code navigator.credentials.create}. */
    public String create(String options) {
        byte[] data = data(options, "rp", NEW_KEY, bytes(HEX.parseHex("00".repeat(16) + "0020"), id, coseKey()));
        byte[] attestation = bytes(
                HEX.parseHex("a3"),
                named("fmt"),
                named("none"),
                named("attStmt"),
                HEX.parseHex("a0"),
                named("authData"),
                new byte[] {0x58, (byte) data.length},
                data);
        return answer(Map.of(
                "clientDataJSON", text(client("webauthn.create", options)), "attestationObject", text(attestation)));
    }

    /** {@code navigator.credentials.get}. */
    public String get(String options) {
        counter++;
        byte[] data = data(options, "rpId", 0, new byte[0]);
        byte[] client = client("webauthn.get", options);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(bytes(data, sum(client)));
            return answer(Map.of(
                    "clientDataJSON",
                    text(client),
                    "authenticatorData",
                    text(data),
                    "signature",
                    text(signature.sign())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String answer(Map<String, String> response) {
        return json.writeValueAsString(Map.of(
                "id",
                key(),
                "rawId",
                key(),
                "type",
                "public-key",
                "response",
                response,
                "clientExtensionResults",
                Map.of()));
    }

    private byte[] client(String type, String options) {
        String challenge = json.readTree(options).path("challenge").asString();
        return json.writeValueAsBytes(
                Map.of("type", type, "challenge", challenge, "origin", origin, "crossOrigin", false));
    }

    private byte[] data(String options, String party, int flags, byte[] more) {
        String rp = party.equals("rp")
                ? json.readTree(options).path("rp").path("id").asString()
                : json.readTree(options).path(party).asString();
        byte all = (byte) (PRESENT | (verifies ? VERIFIED : 0) | flags);
        return bytes(
                sum(rp.getBytes(StandardCharsets.UTF_8)),
                new byte[] {all},
                ByteBuffer.allocate(4).putInt(counter).array(),
                more);
    }

    /** <a href="https://www.rfc-editor.org/rfc/rfc9053#section-7.1.1">RFC 9053</a>, curve P-256. */
    private byte[] coseKey() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        return bytes(
                HEX.parseHex("a5010203262001215820"),
                coordinate(key.getW().getAffineX().toByteArray()),
                HEX.parseHex("225820"),
                coordinate(key.getW().getAffineY().toByteArray()));
    }

    private static byte[] coordinate(byte[] number) {
        byte[] fixed = new byte[32];
        int length = Math.min(number.length, 32);
        System.arraycopy(number, number.length - length, fixed, 32 - length, length);
        return fixed;
    }

    /** A text of CBOR, shorter than 24 bytes. */
    private static byte[] named(String text) {
        return bytes(new byte[] {(byte) (0x60 + text.length())}, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] bytes(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] sum(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
