package id.pendopo.config.push;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A browser's half of Web Push: its key pair, and how it reads what is encrypted for it (RFC 8188, 8291); by the JDK alone. */
public final class Subscriber {

    private static final int COORDINATE = 32;
    private static final int SALT = 16;
    private static final int TAG_BITS = 128;

    private final ECPrivateKey secret;
    private final byte[] point;
    private final byte[] auth;

    private Subscriber(ECPrivateKey secret, byte[] point, byte[] auth) {
        this.secret = secret;
        this.point = point;
        this.auth = auth;
    }

    public static Subscriber draw() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            return new Subscriber(
                    (ECPrivateKey) pair.getPrivate(), uncompressed((ECPublicKey) pair.getPublic()), new byte[SALT]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Subscriber of(String secret, String point, String auth) throws GeneralSecurityException {
        ECPrivateKeySpec spec = new ECPrivateKeySpec(new BigInteger(1, bytes(secret)), curve());
        return new Subscriber(
                (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(spec), bytes(point), bytes(auth));
    }

    public String p256dh() {
        return text(point);
    }

    public String auth() {
        return text(auth);
    }

    /** What the sender wrote. */
    String read(byte[] body) throws GeneralSecurityException {
        ByteBuffer in = ByteBuffer.wrap(body);
        byte[] salt = next(in, SALT);
        int record = in.getInt();
        byte[] sender = next(in, Byte.toUnsignedInt(in.get()));
        byte[] sealed = next(in, in.remaining());
        if (sealed.length > record) {
            throw new GeneralSecurityException("more than one record");
        }
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(secret);
        agreement.doPhase(point(sender), true);
        byte[] info = join("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), point, sender);
        byte[] common = derive(auth, agreement.generateSecret(), info, COORDINATE);
        byte[] key = derive(salt, common, "Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII), 16);
        byte[] nonce = derive(salt, common, "Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII), 12);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        byte[] padded = cipher.doFinal(sealed);
        int end = IntStream.iterate(padded.length - 1, i -> i - 1)
                .filter(i -> padded[i] != 0)
                .findFirst()
                .orElseThrow();
        return new String(padded, 0, end, StandardCharsets.UTF_8);
    }

    private static byte[] derive(byte[] salt, byte[] material, byte[] info, int length)
            throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.ofExtract()
                        .addSalt(salt)
                        .addIKM(material)
                        .thenExpand(info, length));
    }

    static PublicKey point(byte[] uncompressed) throws GeneralSecurityException {
        ECPoint point = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(uncompressed, 1, 1 + COORDINATE)),
                new BigInteger(1, Arrays.copyOfRange(uncompressed, 1 + COORDINATE, 1 + 2 * COORDINATE)));
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, curve()));
    }

    private static ECParameterSpec curve() throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    private static byte[] uncompressed(ECPublicKey key) {
        return join(
                new byte[] {4},
                coordinate(key.getW().getAffineX()),
                coordinate(key.getW().getAffineY()));
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] signed = number.toByteArray();
        byte[] fixed = new byte[COORDINATE];
        int length = Math.min(signed.length, COORDINATE);
        System.arraycopy(signed, signed.length - length, fixed, COORDINATE - length, length);
        return fixed;
    }

    private static byte[] next(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static byte[] join(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }

    static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
