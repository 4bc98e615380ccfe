package ${package};

import dev.tendon.api.device.DeviceException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.net.Socket;

/** Raw pictures, one after the other, over TCP. */
final class TcpSource implements Source {
    private static final int CONNECT_MS = 3000;
    private static final int SILENCE_MS = 5000;

    private final Socket socket;
    private final ReadableByteChannel pictures;
    private final String name;
    private int bytes;

    private TcpSource(Socket socket, String name) throws IOException {
        this.socket = socket;
        this.name = name;
        pictures = Channels.newChannel(socket.getInputStream());
    }

    /** Opens it: all or nothing, within three seconds. */
    static TcpSource open(String address, String label) throws DeviceException {
        int colon = address.lastIndexOf(':');
        Socket socket = new Socket();
        try {
            socket.setSoTimeout(SILENCE_MS);
            socket.connect(
                    new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))),
                    CONNECT_MS);
            return new TcpSource(socket, label);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            close(socket);
            throw new DeviceException(
                    label + ": there is no camera at " + address + " (" + e.getMessage()
                            + "). Check its power and address=HOST:PORT, or take a simulated one: address=sim:",
                    e);
        }
    }

    @Override
    public void read(ByteBuffer pixels) throws DeviceException {
        bytes = pixels.remaining();
        try {
            while (pixels.hasRemaining()) {
                if (pictures.read(pixels) < 0) {
                    throw new IOException("it hung up");
                }
            }
        } catch (IOException e) {
            throw new DeviceException(name + " delivers no pictures (" + e.getMessage() + "). Check its cable", e);
        }
    }

    @Override
    public void skip() throws DeviceException {
        read(ByteBuffer.allocate(bytes));
    }

    @Override
    public void close() {
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // gone already
        }
    }
}
