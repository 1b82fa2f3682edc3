// The other side of W2, in a process of its own: answers a token and accepts every order.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

let orderNo = 0;

const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    const answer =
      request.url === '/oauth2/token'
        ? {
            token: 'bench',
            token_type: 'bearer',
            expires_dt: '20991231235959',
            return_code: 0,
            return_msg: '',
          }
        : { ord_no: String(++orderNo).padStart(7, '0'), dmst_stex_tp: 'KRX', return_code: 0, return_msg: '' };
    response.writeHead(200, { 'content-type': 'application/json;charset=UTF-8' }).end(JSON.stringify(answer));
  });
});

server.listen(0, '127.0.0.1', () => {
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
