package id.pendopo.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QrPictureTests {

    @Test
    void theQrCodeIsOnePathWithItsQuietZone() {
        QrPicture picture = QrPicture.of("https://pendopo.example/track/4821773021");

        assertThat(picture.size()).isEqualTo(29 + 8);
        assertThat(picture.path()).startsWith("M4 4h1v1h-1z").doesNotContain("M0 ", "M3 ");
    }
}
