package ${package};

import dev.tendon.api.device.DeviceException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;

/** The leader over TCP. Waits for an answer no longer than its time. */
final class TcpWire implements Wire {
    private static final int CONNECT_MS = 2000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String name;

    private TcpWire(Socket socket, String name) throws IOException {
        this.socket = socket;
        this.name = name;
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /** Opens it: all or nothing, within two seconds. */
    static TcpWire open(String address, String label, int answerMs) throws DeviceException {
        int colon = address.lastIndexOf(':');
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(answerMs);
            socket.connect(
                    new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))),
                    CONNECT_MS);
            return new TcpWire(socket, label);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            close(socket);
            throw new DeviceException(
                    label + ": there is no leader at " + address + " (" + e.getMessage()
                            + "). Check its power and --teleop.port=HOST:PORT, or take a simulated one: --teleop.port=sim:",
                    e);
        }
    }

    @Override
    public void ask(byte[] request, byte[] answer) throws DeviceException {
        try {
            out.write(request);
            if (in.readNBytes(answer, 0, answer.length) < answer.length) {
                throw new IOException("it hung up");
            }
        } catch (IOException e) {
            throw new DeviceException(name + " gave no answer (" + e.getMessage() + "). Check its cable and power", e);
        }
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
