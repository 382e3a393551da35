// Ten honest letters of difficult kinds: each does something that forged ones do, too. Rule: as in letter.ts.

import { EXAMPLES } from '../../../../renderer/analyzer/examples.ts';
import type { CorpusLetter } from './letter.ts';

const example = (id: string): string => EXAMPLES.find((one) => one.id === id)?.letter ?? '';

export const HONEST: readonly CorpusLetter[] = [
  {
    name: 'a mailing list that added its footer',
    finds: ['results.explained', 'results.below', 'sender.other', 'returnPath.explained', 'replyTo.explained'],
    letter: example('list'),
  },
  {
    name: 'a shop’s letter that was greylisted for sixteen minutes',
    finds: ['time.wait', 'helo.other'],
    letter: example('greylisted'),
  },
  {
    name: 'a forwarder that rewrites the envelope',
    finds: ['returnPath.explained', 'results.below'],
    letter: String.raw`Return-Path: <SRS0=k4f2=ZK=fjord.example=nils@alumni.example>
Delivered-To: bob@harbor.example
Received: from fwd2.alumni.example (fwd2.alumni.example [203.0.113.80])
	by mx1.harbor.example (Postfix) with ESMTPS id 5D0A660E10
	for <bob@harbor.example>; Mon, 2 Mar 2026 08:00:05 +0000 (UTC)
Authentication-Results: mx1.harbor.example;
	spf=pass smtp.mailfrom=alumni.example;
	dkim=pass header.d=fjord.example; dmarc=pass header.from=fjord.example
Received: by fwd2.alumni.example (Postfix, from userid 65534)
	id 1F2B3C4D5E; Mon, 2 Mar 2026 08:00:04 +0000 (UTC)
X-Forwarded-To: bob@harbor.example
X-Forwarded-For: bob@alumni.example
Delivered-To: bob@alumni.example
Authentication-Results: mx.alumni.example; dkim=pass header.d=fjord.example
Received: from post.fjord.example (post.fjord.example [192.0.2.61])
	by mx.alumni.example (Postfix) with ESMTPS id 0A1B2C3D4F
	for <bob@alumni.example>; Mon, 2 Mar 2026 08:00:03 +0000 (UTC)
DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed; d=fjord.example; s=2026;
	h=from:to:subject:date:message-id; bh=bm9ydGg=; b=ZmpvcmQ=
Received: from [10.4.0.17] (unknown [10.4.0.17])
	by post.fjord.example (Postfix) with ESMTPSA id 77C0211D30
	for <bob@alumni.example>; Mon, 2 Mar 2026 09:00:02 +0100 (CET)
From: Nils <nils@fjord.example>
To: bob@alumni.example
Subject: Ten years
Date: Mon, 2 Mar 2026 09:00:01 +0100
Message-ID: <a7c1@fjord.example>

Are you coming?
`,
  },
  {
    name: 'a newsletter sent by a company that sends for others',
    finds: ['returnPath.explained', 'replyTo.explained'],
    letter: String.raw`Return-Path: <b-4412-bob=harbor.example@em7.postbird.example>
Received: from o12.em7.postbird.example (o12.em7.postbird.example [198.51.100.212])
	by mx1.harbor.example (Postfix) with ESMTPS id 3B70160E44
	for <bob@harbor.example>; Tue, 3 Mar 2026 15:00:21 +0000 (UTC)
Authentication-Results: mx1.harbor.example; spf=pass smtp.mailfrom=em7.postbird.example;
	dkim=pass header.d=tern.example; dkim=pass header.d=postbird.example;
	dmarc=pass header.from=tern.example
Received: from mta-0042.batch.postbird.internal (unknown [10.212.7.42])
	by o12.em7.postbird.example (PostbirdMTA 7.1) with ESMTP id pb-77-0042-9931
	for <bob@harbor.example>; Tue, 03 Mar 2026 15:00:20 +0000
Received: by mta-0042.batch.postbird.internal with HTTP id 2c9e1f-0042
	2026-03-03 15:00:02.118 +0000 UTC m=+7711.42
DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=tern.example; s=pb1;
	h=from:subject:to:list-unsubscribe; bh=d2luZw==; b=ZmVhdGhlcg==
DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=postbird.example; s=pb1;
	h=from:subject:to:feedback-id; bh=d2luZw==; b=bmVzdA==
From: "Tern Books" <news@tern.example>
Reply-To: <reply-4412@em7.postbird.example>
To: bob@harbor.example
Subject: =?UTF-8?Q?New_in_M=C3=A4rz?=
Date: Tue, 03 Mar 2026 15:00:02 +0000
Message-ID: <4412.9931@em7.postbird.example>
List-Unsubscribe: <https://em7.postbird.example/u/4412>
List-Unsubscribe-Post: List-Unsubscribe=One-Click
Feedback-ID: 4412:tern:postbird
Content-Type: text/html; charset=utf-8

<p>Books.</p>
`,
  },
  {
    name: 'an invitation out of a large company’s own servers',
    finds: ['sender.other', 'dkim.other', 'results.nameless'],
    letter: String.raw`Received: from EU2PR0101.eurprd01.prod.gannet.example (2001:db8:a::11)
 by EU1PR0404.eurprd01.prod.gannet.example (2001:db8:b::4) with Microsoft SMTP Server
 (version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.20.8511.17;
 Wed, 4 Mar 2026 10:12:45 +0000
Received: from EU2EUR02FT012.eop-eur02.prod.protection.gannet.example
 (2001:db8:a::9) by EU2PR0101.outlook.gannet365.example (2001:db8:a::11) with Microsoft SMTP Server
 (version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.20.8511.15 via Frontend Transport;
 Wed, 4 Mar 2026 10:12:44 +0000
Authentication-Results: spf=pass (sender IP is 192.0.2.90)
 smtp.mailfrom=puffin.example; dkim=pass (signature was verified)
 header.d=puffin.example;dmarc=none action=none header.from=dunlin.example;
Received-SPF: Pass (protection.gannet.example: domain of puffin.example designates
 192.0.2.90 as permitted sender) receiver=protection.gannet.example;
 client-ip=192.0.2.90; helo=out1.puffin.example;
Received: from out1.puffin.example (192.0.2.90) by
 EU2EUR02FT012.mail.protection.gannet.example (2001:db8:a::9) with Microsoft SMTP Server
 (version=TLS1_3, cipher=TLS_AES_256_GCM_SHA384) id 15.20.8511.14 via Frontend Transport;
 Wed, 4 Mar 2026 10:12:43 +0000
DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=puffin.example; s=cal;
	h=From:To:Subject:Date:Message-ID:Sender; bh=Y2xpZmY=; b=YmVhaw==
Received: by calendar-7.puffin.example with HTTP; Wed, 4 Mar 2026 10:12:40 +0000
From: Carol <carol@dunlin.example>
Sender: Puffin Calendar <calendar@puffin.example>
To: bob@gannet.example
Subject: Invitation: Tide planning
Date: Wed, 4 Mar 2026 10:12:40 +0000
Message-ID: <calendar-7f1a@puffin.example>
MIME-Version: 1.0
Content-Type: text/calendar; method=REQUEST; charset=utf-8

BEGIN:VCALENDAR
END:VCALENDAR
`,
  },
  {
    name: 'a report that a letter couldn’t be delivered',
    finds: [],
    letter: String.raw`Return-Path: <>
Delivered-To: alice@campus.example
Received: from mx1.harbor.example (mx1.harbor.example [203.0.113.25])
	by relay.campus.example (Postfix) with ESMTPS id 2E55A1C0B1
	for <alice@campus.example>; Thu, 5 Mar 2026 06:30:02 +0000 (UTC)
Received: by mx1.harbor.example (Postfix)
	id C1D4E60F03; Thu, 5 Mar 2026 06:30:01 +0000 (UTC)
Date: Thu, 5 Mar 2026 06:30:01 +0000 (UTC)
From: MAILER-DAEMON@mx1.harbor.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: alice@campus.example
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="B1F0460F01.1772692201/mx1.harbor.example"
Message-Id: <20260305063001.C1D4E60F03@mx1.harbor.example>

--B1F0460F01.1772692201/mx1.harbor.example--
`,
  },
  {
    name: 'a server whose clock is two minutes behind',
    finds: ['time.skew'],
    letter: String.raw`Return-Path: <jon@skua.example>
Received: from smtp.skua.example (smtp.skua.example [192.0.2.33])
	by mx1.harbor.example (Postfix) with ESMTPS id 4F8DC60F20
	for <bob@harbor.example>; Fri, 6 Mar 2026 14:05:10 +0000 (UTC)
Received: from gate.skua.example (gate.skua.example [192.0.2.30])
	by smtp.skua.example (8.17.1/8.17.1) with ESMTPS id 626E7Cx1004417
	(version=TLSv1.3 cipher=TLS_AES_256_GCM_SHA384 bits=256 verify=NOT)
	for <bob@harbor.example>; Fri, 6 Mar 2026 14:07:12 GMT
Received: from [192.168.1.20] (jon.home.skua.example [192.0.2.200])
	(authenticated bits=0)
	by gate.skua.example (8.17.1/8.17.1) with ESMTPSA id 626E7B2a004410;
	Fri, 6 Mar 2026 14:07:11 GMT
From: Jon <jon@skua.example>
To: bob@harbor.example
Subject: Clocks
Date: Fri, 6 Mar 2026 15:05:08 +0100
Message-ID: <8812@jon.home.skua.example>

Which time is it at yours?
`,
  },
  {
    name: 'IPv6 without a reverse name, in the layout of a large webmailer',
    finds: ['client.nameless'],
    letter: String.raw`Delivered-To: bob@murre.example
Received: by 2002:a05:7208:1b0f:b0:9a:1:2 with SMTP id k15csp118rbb;
        Sat, 7 Mar 2026 01:02:05 -0800 (PST)
X-Received: by 2002:a17:902:aa88 with SMTP id d8mr44plr.11.1772874125;
        Sat, 07 Mar 2026 01:02:05 -0800 (PST)
Return-Path: <ida@sandpiper.example>
Received: from mail6.sandpiper.example ([2001:db8:77::25])
        by mx.murre.example with ESMTPS id x1-20020a17090301c1b0si99plh.88.2026.03.07.01.02.04
        for <bob@murre.example>
        (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256);
        Sat, 07 Mar 2026 01:02:04 -0800 (PST)
Received-SPF: pass (murre.example: domain of ida@sandpiper.example designates 2001:db8:77::25 as permitted sender) client-ip=2001:db8:77::25;
Authentication-Results: mx.murre.example;
       dkim=pass header.i=@sandpiper.example header.s=k1 header.b=c2Fu;
       spf=pass (murre.example: domain of ida@sandpiper.example designates 2001:db8:77::25 as permitted sender) smtp.mailfrom=ida@sandpiper.example;
       dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=sandpiper.example
DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=sandpiper.example; s=k1; t=1772874120;
	h=from:to:subject:date:message-id; bh=c2hvcmU=; b=c2Fu
Received: from [IPv6:2001:db8:77:1::9] (unknown [IPv6:2001:db8:77:1::9])
	by mail6.sandpiper.example (Postfix) with ESMTPSA id 4Tq0gJ1Bcvz9sWq
	for <bob@murre.example>; Sat,  7 Mar 2026 10:02:00 +0100 (CET)
From: Ida <ida@sandpiper.example>
To: bob@murre.example
Subject: Six
Date: Sat, 7 Mar 2026 10:01:59 +0100
Message-ID: <six.1@sandpiper.example>

No four any more.
`,
  },
  {
    name: 'an old program that writes dates in its own language',
    finds: ['date.localized', 'field.octets'],
    letter: `Return-Path: <compta@ecluse.example>
Received: from mail.ecluse.example (mail.ecluse.example [192.0.2.140])
	by mx1.harbor.example (Postfix) with ESMTP id 7A11160F41
	for <bob@harbor.example>; Thu, 5 Feb 2026 08:00:09 +0000 (UTC)
Received: from unknown (HELO caisse3) (192.168.40.3)
	by mail.ecluse.example with SMTP; 5 Feb 2026 08:00:08 -0000
Received: (qmail 4711 invoked by uid 89); 5 Feb 2026 08:00:08 -0000
Date: jeu., 5 f\xe9vr. 2026 09:00:05 +0100
From: Caisse <compta@ecluse.example>
To: bob@harbor.example
Subject: Votre facture
Message-ID: <17.2026@CAISSE3>

Bonjour.
`,
  },
  {
    name: 'many hops inside, with private addresses at both ends',
    finds: ['helo.other', 'results.alias'],
    letter: String.raw`Return-Path: <eva@avocet.example>
Received: from mailstore.harbor.example ([10.20.0.5])
	by mailstore.harbor.example with LMTP
	id oKDXKJZMAWuZEAAAg+zDdQ
	(envelope-from <eva@avocet.example>)
	for <bob@harbor.example>; Mon, 9 Mar 2026 11:00:09 +0000
Received: from localhost (localhost [127.0.0.1])
	by mailstore.harbor.example (Postfix) with ESMTP id 0F0F160F77
	for <bob@harbor.example>; Mon, 9 Mar 2026 11:00:09 +0000 (UTC)
Received: from mailstore.harbor.example ([127.0.0.1])
	by localhost (mailstore.harbor.example [127.0.0.1]) (amavis, port 10024)
	with ESMTP id x7Qk2 for <bob@harbor.example>; Mon, 9 Mar 2026 11:00:07 +0000 (UTC)
Received: from dmz-3.lan (unknown [172.16.9.3])
	by mailstore.harbor.example (Postfix) with ESMTP id 0F0F160F75
	for <bob@harbor.example>; Mon, 9 Mar 2026 11:00:06 +0000 (UTC)
Authentication-Results: spf.harborguard.example; spf=pass smtp.mailfrom=avocet.example
Received: from out.avocet.example (h9.cloudrack.example [198.51.100.140])
	by mx2.harbor.example (Postfix) with ESMTPS id 66E0D60F71
	for <bob@harbor.example>; Mon, 9 Mar 2026 11:00:05 +0000 (UTC)
Received: from exch-01.avocet.local (exch-01.avocet.local [10.1.1.8])
	by out.avocet.example (Postfix) with ESMTPS id 5C0FF10001
	for <bob@harbor.example>; Mon, 9 Mar 2026 12:00:04 +0100 (CET)
Received: from EXCH-01.avocet.local (10.1.1.8) by EXCH-02.avocet.local (10.1.1.9)
	with Microsoft SMTP Server id 15.2.1544.11; Mon, 9 Mar 2026 12:00:03 +0100
Received: from EXCH-01.avocet.local ([fe80::1c2b:3a%4]) by EXCH-01.avocet.local
	([fe80::1c2b:3a%4]) with mapi id 15.02.1544.011; Mon, 9 Mar 2026 12:00:03 +0100
From: Eva <eva@avocet.example>
To: bob@harbor.example
Subject: Inside and outside
Date: Mon, 9 Mar 2026 12:00:02 +0100
Message-ID: <0c1d2e@avocet.local>

Long way, short letter.
`,
  },
];
