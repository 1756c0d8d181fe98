package io.renoz.platform.documents;

import io.renoz.document.PdfLook.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** Pictures that go into documents: those that can be read, and are no bombs. */
final class Pictures {

    /** Width times height; a file of a few bytes can claim a picture of gigabytes. */
    private static final long MOST_PIXELS = 20_000_000;

    private Pictures() {}

    /** The picture, if it can be shown; a remark if not. */
    static Optional<Picture> readable(Picture picture, List<String> remarks) {
        String fault = fault(picture.bytes());
        if (fault != null) {
            remarks.add("The logo is left out: " + fault);
            return Optional.empty();
        }
        return Optional.of(picture);
    }

    private static @Nullable String fault(byte[] bytes) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return "documents take PNG, JPEG and GIF.";
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    return "it has more than " + MOST_PIXELS + " pixels.";
                }
                BufferedImage image = reader.read(0);
                return image == null ? "it is empty." : null;
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return "it cannot be read.";
        }
    }
}
